"""The only home of which people, organisations and settings the public may see, and in which version."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from api.reading.languages import Reader, rank_by
from api.reading.sql import Sql, sql
from cms.snippets import BaseSnippet

Snippet = TypeVar("Snippet", bound=BaseSnippet)

# The same as `live` says, in SQL on a table of snippets.
_OF_THESE_LIVE = """
    translation_key = ANY (%({what})s::uuid[]) AND live AND (expire_at IS NULL OR expire_at > statement_timestamp())
    AND locale_id IN (SELECT id FROM wagtailcore_locale WHERE language_code = ANY (%(chain)s))
"""


def of_these_live(what: str, keys: Iterable[str], reader: Reader) -> Sql:
    """The condition that a snippet is one of these and may be seen; `what` they are is the parameter's name."""
    return sql(_OF_THESE_LIVE.replace("{what}", what), **{what: list(keys)}, chain=reader.chain)


def live(rows: QuerySet[Snippet], reader: Reader) -> QuerySet[Snippet]:
    """The snippets that the public may see, in the languages that the reader may get."""
    unexpired = Q(expire_at=None) | Q(expire_at__gt=timezone.now())
    return rows.filter(unexpired, live=True, locale__language_code__in=reader.chain)


def best_of_each(rows: QuerySet[Snippet], reader: Reader) -> QuerySet[Snippet]:
    """Of each of the snippets the one version that the reader gets."""
    ranked = live(rows, reader).order_by("translation_key", rank_by(reader, "locale__language_code"))
    return ranked.distinct("translation_key")
