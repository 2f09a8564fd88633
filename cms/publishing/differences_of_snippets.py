"""The only home of finding where snippets' documents differ from what they are made of, and what only looks public."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.utils.text import capfirst

from cms.publishing.differences import PUBLISH_OR_REBUILD, REBUILD, Difference, Watch, missed, not_as_now, others
from cms.publishing.mentions import kind_of
from cms.publishing.models import SnippetDocument
from cms.publishing.snippets import documents_of, is_snippet, rederive, snippet_models

COMPARED = ("format", "words")


def differences_of_snippets(watch: Watch = iter) -> Iterator[Difference]:
    """Everything that is not as it should be. Nothing is mended here. `watch` sees each document pass."""
    for snippet, document in live_snippets():
        if is_missed(snippet, document):
            yield Difference(called(snippet), missed(is_stored=document is not None), PUBLISH_OR_REBUILD)
        elif document is None:
            yield Difference(called(snippet), "it is live, and nothing of it was ever published", "Publish it.")
    for document in left_behind():
        yield Difference(str(document), "it was deleted, and its copy is still stored", REBUILD)
    for document in watch(SnippetDocument.objects.iterator(chunk_size=100)):
        if not is_known(document):
            yield Difference(str(document), "its kind is unknown", "Bring the kind back.")
        elif names := outdated(document):
            yield Difference(str(document), not_as_now(names), REBUILD)


def called(snippet: Model) -> str:
    return f"{capfirst(snippet._meta.verbose_name_raw)} {snippet.pk}, “{snippet}”"


def live_snippets() -> Iterator[tuple[Any, SnippetDocument | None]]:
    """Every snippet whose row is live, and what is stored of it."""
    for model in snippet_models():
        rows = list(model._default_manager.filter(live=True).select_related("live_revision"))
        stored = documents_of(model, rows)
        yield from ((row, stored.get(row.pk)) for row in rows)


def is_missed(snippet: Any, document: SnippetDocument | None) -> bool:
    """Whether its published revision is at hand, and no copy or another one is stored.

    A revision that was overwritten since its publication is younger than that, and tells nothing; as of pages.
    """
    revision = snippet.live_revision
    if revision is None or revision.object_id != str(snippet.pk) or snippet.last_published_at is None:
        return False
    is_stored = document is not None and document.revision_id == revision.pk
    return bool(revision.created_at <= snippet.last_published_at) and not is_stored


def left_behind() -> QuerySet[SnippetDocument]:
    """The copies of snippets whose rows are gone."""
    kinds = {kind_of(model): model for model in snippet_models()}
    there = Q()
    for kind, model in kinds.items():
        there |= Q(type=kind, object_id__in=model._default_manager.values("pk"))
    return SnippetDocument.objects.filter(type__in=kinds).exclude(there)


def is_known(document: SnippetDocument) -> bool:
    """Whether its kind is still part of the code."""
    try:
        return is_snippet(apps.get_model(document.type))
    except LookupError:
        return False


def outdated(document: SnippetDocument) -> list[str]:
    """The names of what would be another if `document` were derived again."""
    return others(document, rederive(document), COMPARED)
