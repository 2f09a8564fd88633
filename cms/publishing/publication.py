"""The only home of writing published documents: on publication, and again from the stored copies."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, Protocol, cast

from django.db import transaction
from wagtail.models import Page, Revision
from wagtail.signals import page_published
from wagtail_localize.models import Translation

from cms.publishing.collation import sort_key
from cms.publishing.documents import FORMAT, Content, Document, make_document
from cms.publishing.models import PublishedDocument
from cms.publishing.texts import source_digest, text_digest, translations_of
from cms.publishing.words import words

Facets = dict[str, list[str | int | list[float]]]
Texts = dict[str, str]

known_digest: ContextVar[str | None] = ContextVar("digest of the source's texts, where it is known", default=None)


class HasFacets(Protocol):
    """What a page type may add: what its documents are filtered and counted by."""

    @classmethod
    def facets(cls, document: Document) -> Facets: ...


class HasSearchText(Protocol):
    """What a page type may add: the texts that it is found by, with their weight: A, B, C or D."""

    def search_text(self) -> Texts: ...


def connect() -> None:
    page_published.connect(on_publish, dispatch_uid="cms.publishing.publication")


def on_publish(instance: Page, revision: Revision, *, alias: bool = False, **kwargs: Any) -> None:
    """Copy the revision that was published."""
    # Wagtail also sends this signal for what follows a publication elsewhere, and for what is only scheduled yet.
    if alias or not instance.live:
        return
    if is_copy(instance, revision):
        unpublish_copy(instance)
        return
    publish_document(instance, revision, known_digest.get())


@contextmanager
def as_outdated_as(document: PublishedDocument) -> Iterator[None]:
    """Publish a translation within whose texts were made from what those of `document` were made from."""
    token = known_digest.set(document.source_digest)
    try:
        yield
    finally:
        known_digest.reset(token)


def is_copy(page: Page, revision: Revision) -> bool:
    """Whether this publication is Wagtail's of a copied page, which takes the original's newer draft for published."""
    return page.last_published_at == revision.created_at


def unpublish_copy(page: Page) -> None:
    """Take a copied page offline. Its row knows more than `page`, which Wagtail goes on working with."""
    Page.objects.get(pk=page.pk).unpublish(log_action=False)
    page.live = False


@transaction.atomic(savepoint=False)
def publish_document(page: Page, revision: Revision, digest_of_source: str | None = None) -> None:
    """Store the copy of `revision` and what is derived from it.

    `digest_of_source` keeps what is known of the texts that the page was translated from; without it, the texts that
    wagtail-localize holds now are taken for those.
    """
    revision.refresh_from_db(fields=["content"])  # in memory it still holds dates; the copy is what the database holds
    translations = translations_of(page)
    dates = dates_of_listing(page, translations)
    if digest_of_source is None:
        digest_of_source = source_digest(page, translations.get(page.locale_id))
    document = PublishedDocument(
        page_id=page.pk,
        revision_id=revision.pk,
        revision_content=revision.content,
        source_digest=digest_of_source,
        listed_at=dates[page.pk],
    )
    derive(document, copy_of(page, revision.content))
    document.save()
    listed = PublishedDocument.objects.filter(pk__in=dates.keys() - {page.pk}).values_list("pk", "listed_at")
    for pk, date in listed:
        if date != dates[pk]:
            PublishedDocument.objects.filter(pk=pk).update(listed_at=dates[pk])


def copy_of(page: Page, content: Content) -> Page:
    """A revision's content as an instance of the page that it is of; what it refers to may be gone."""
    copy = cast(Page, page.specific_class.from_serializable_data(content, check_fks=False))
    copy.locale = page.locale
    return copy


def derive(document: PublishedDocument, page: Page) -> None:
    """Fill in what follows from the copy; `page` is the copy as an instance."""
    model = type(page)
    content: Content = document.revision_content
    document.format = FORMAT
    document.type = model._meta.label_lower
    document.title = page.title
    document.document = make_document(model, content)
    document.facets = facets(model, document.document)
    document.text_digest = text_digest(page)
    document.sort_title = sort_key(page.title, page.locale.language_code)
    document.noindex = bool(document.document.get("noindex"))
    document.search_language = page.locale.language_code
    document.search_text = search_text(page)
    document.search_words = search_words(document.search_text)


def facets(model: type[Page], document: Document) -> Facets:
    return cast(type[HasFacets], model).facets(document) if hasattr(model, "facets") else {}


def search_text(page: Page) -> Texts:
    return cast(HasSearchText, page).search_text() if hasattr(page, "search_text") else {"A": page.title}


def search_words(texts: Texts) -> Texts:
    """The words of the texts, with their weight."""
    return {weight: " ".join(words(text)) for weight, text in texts.items()}


def rederive(document: PublishedDocument) -> PublishedDocument:
    """A fresh derivation from the stored copy, not saved."""
    fresh = PublishedDocument(
        page_id=document.page_id,
        revision_id=document.revision_id,
        revision_content=document.revision_content,
        source_digest=document.source_digest,
        listed_at=document.listed_at,
    )
    derive(fresh, copy_of(document.page, document.revision_content))
    return fresh


def dates_of_listing(page: Page, translations: Mapping[int, Translation]) -> dict[int, datetime]:
    """First publication of each version of the page in its original language: what newest and oldest go by."""
    versions = list(
        Page.objects.filter(translation_key=page.translation_key).values_list("pk", "locale", "first_published_at")
    )
    first = {locale: date for _, locale, date in versions}
    originals = {locale: translation.source.locale_id for locale, translation in translations.items()}
    return {pk: first.get(originals.get(locale)) or date for pk, locale, date in versions}
