"""The only home of finding where documents differ from what they are made of: a crash, or a mistake, made them so.

Those of pages are found here, those of snippets likewise in `differences_of_snippets`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import F, Q
from wagtail.models import Page, Revision

from cms.publishing.models import PublishedDocument
from cms.publishing.publication import facets, rederive

REBUILD = "Run rebuild_published."
EVERY_PAGE = Q()
PUBLISH_OR_REBUILD = "Publish it again, or run rebuild_published."
COMPARED = (
    "format",
    "type",
    "title",
    "text_digest",
    "sort_title",
    "noindex",
    "search_language",
    "search_text",
    "search_words",
)


@dataclass(frozen=True)
class Difference:
    subject: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.what}. {self.remedy}"


def called(page: Page) -> str:
    return f"Page {page.pk}, “{page.title}”"


def is_known(page: Page) -> bool:
    """Whether the page's type is still part of the code."""
    return page.specific_class is not None


Watch = Callable[[Iterable[Any]], Iterable[Any]]


def differences(watch: Watch = iter) -> Iterator[Difference]:
    """Everything that is not as it should be. Nothing is mended here. `watch` sees each document pass."""
    for page, _ in publications_without_copy():
        yield Difference(called(page), missed(is_stored=has_document(page)), PUBLISH_OR_REBUILD)
    for document in watch(PublishedDocument.objects.select_related("page").iterator(chunk_size=100)):
        if not is_known(document.page):
            yield Difference(called(document.page), "its type is unknown", "Bring the type back, or delete the page.")
        elif names := outdated(document):
            yield Difference(called(document.page), not_as_now(names), REBUILD)


def missed(*, is_stored: bool) -> str:
    return "another revision is stored than is published" if is_stored else "nothing is stored of it"


def not_as_now(names: list[str]) -> str:
    return f"not as it is made now: {', '.join(names)}"


def publications_without_copy(which: Q = EVERY_PAGE) -> Iterator[tuple[Page, Revision]]:
    """Live pages, of these, whose published revision is at hand, and of which no copy or another one is stored.

    A revision that was overwritten since its publication is younger than that, and tells nothing. So is a converted
    alias's, which is hidden until it is published; an alias that is being translated names its original's.
    """
    pages = Page.objects.filter(which, live=True, alias_of=None, live_revision__created_at__lte=F("last_published_at"))
    for page in pages.select_related("live_revision", "published_document").iterator(chunk_size=100):
        revision = cast(Revision, page.live_revision)
        if revision.object_id != str(page.pk) or not is_known(page):
            continue
        if not has_document(page) or page.published_document.revision_content != revision.content:
            yield page, revision


def has_document(page: Page) -> bool:
    return hasattr(page, "published_document")


def outdated(document: PublishedDocument) -> list[str]:
    """The names of what would be another if `document` were derived again."""
    names = others(document, rederive(document), COMPARED)
    is_whole = {"document", "mentions"}.isdisjoint(names)
    if is_whole and document.facets != facets(document.page.specific_class, document.document):
        names.append("facets")
    return names


def others(document: Any, fresh: Any, compared: tuple[str, ...]) -> list[str]:
    """The names of what is another than in a fresh derivation; what leads to something deleted since is not."""
    names = [name for name in compared if getattr(document, name) != getattr(fresh, name)]
    if without_gone(document.document, fresh.document) != fresh.document:
        names.append("document")
    elif without(document.mentions, gone(document.document, fresh.document)) != fresh.mentions:
        names.append("mentions")
    return names


def without_gone(stored: Any, fresh: Any) -> Any:
    """`stored` without the references that are null in `fresh`, because what they lead to was deleted since."""
    if isinstance(stored, str) and fresh is None:
        return None
    if isinstance(stored, dict) and isinstance(fresh, dict):
        return {name: without_gone(value, fresh.get(name)) for name, value in stored.items()}
    if isinstance(stored, list) and isinstance(fresh, list) and len(stored) == len(fresh):
        return [without_gone(value, other) for value, other in zip(stored, fresh, strict=True)]
    return stored


def gone(stored: Any, fresh: Any) -> set[str]:
    """The references of `stored` that are null in `fresh`, where both have one shape."""
    if isinstance(stored, str) and fresh is None:
        return {stored}
    if isinstance(stored, dict) and isinstance(fresh, dict):
        return {key for name, value in stored.items() for key in gone(value, fresh.get(name))}
    if isinstance(stored, list) and isinstance(fresh, list):
        return {key for value, other in zip(stored, fresh, strict=False) for key in gone(value, other)}
    return set()


def without(mentions: Any, keys: set[str]) -> Any:
    """What is mentioned, but for these keys."""
    return {name: part if name == "pictures" else _kinds_without(part, keys) for name, part in mentions.items()}


def _kinds_without(kinds: Any, keys: set[str]) -> Any:
    left = {kind: [key for key in found if key not in keys] for kind, found in kinds.items()}
    return {kind: found for kind, found in left.items() if found}
