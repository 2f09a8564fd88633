"""The only home of how published people, organisations and settings are read: in the version that a reader gets."""

from collections.abc import Iterable

from django.db.models import QuerySet

from api.reading.languages import Reader, best, rank_by
from api.reading.rows.snippet import Snippet
from api.reading.sql import Sql, sql
from cms.publishing.models import PublishedSnippet

_OF_THESE = """
    type = ANY (%(kinds)s) AND translation_key = ANY (%(snippets)s::uuid[]) AND locale = ANY (%(chain)s)
"""


def of_these(kinds: Iterable[str], keys: Iterable[str], reader: Reader) -> Sql:
    """The condition that a snippet is one of these, in a language that the reader may get."""
    return sql(_OF_THESE, kinds=list(kinds), snippets=list(keys), chain=reader.chain)


def published(kind: str, reader: Reader) -> QuerySet[PublishedSnippet]:
    """Those of a kind, in the languages that the reader may get."""
    return PublishedSnippet.objects.filter(type=kind, locale__in=reader.chain)


def best_of_each(kind: str, reader: Reader) -> QuerySet[PublishedSnippet]:
    """Of each snippet of a kind the one version that the reader gets."""
    ranked = published(kind, reader).order_by("translation_key", rank_by(reader, "locale"))
    return ranked.distinct("translation_key")


def best_by_key(snippets: Iterable[Snippet], reader: Reader) -> dict[str, Snippet]:
    """Of some versions those that the reader gets, by translation key."""
    versions: dict[str, list[tuple[str, Snippet]]] = {}
    for snippet in snippets:
        versions.setdefault(snippet.translation_key, []).append((snippet.locale, snippet))
    chosen = {key: best(candidates, reader) for key, candidates in versions.items()}
    return {key: snippet for key, snippet in chosen.items() if snippet is not None}
