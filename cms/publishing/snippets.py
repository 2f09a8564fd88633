"""The only home of how snippets are published: people, organisations and the settings of sites, as pages are.

What is copied is the revision that was published, and nothing is read from rows: they may hold what nobody published.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models, transaction
from wagtail.models import DraftStateMixin, Page, Revision, TranslatableMixin
from wagtail.signals import published

from cms.publishing.documents import FORMAT, make_document
from cms.publishing.fields import WordsField, words_of
from cms.publishing.mentions import kind_of
from cms.publishing.models import SnippetDocument


def connect() -> None:
    published.connect(on_publish, dispatch_uid="cms.publishing.snippets")


def is_snippet(model: type[models.Model]) -> bool:
    """Whether it is published in languages, and is no page."""
    return issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin) and not issubclass(model, Page)


def snippet_models() -> list[type[Any]]:
    return [model for model in apps.get_models() if is_snippet(model)]


def on_publish(instance: models.Model, revision: Revision, **kwargs: Any) -> None:
    """Copy the revision that was published."""
    # The signal is also sent when something that is not live is scheduled.
    if is_snippet(type(instance)) and instance.live:  # type: ignore[attr-defined]  # is_snippet
        publish_snippet(instance, revision)


@transaction.atomic(savepoint=False)
def publish_snippet(instance: models.Model, revision: Revision) -> None:
    """Store the copy of `revision` and what is derived from it."""
    revision.refresh_from_db(fields=["content"])  # in memory it still holds dates; the copy is what the database holds
    model = type(instance)
    document = SnippetDocument(
        type=kind_of(model), object_id=instance.pk, revision_id=revision.pk, revision_content=revision.content
    )
    derive(document, model)
    document.save()


def derive(document: SnippetDocument, model: type[models.Model]) -> None:
    """Fill in what follows from the copy."""
    document.format = FORMAT
    document.document, document.mentions = make_document(model, document.revision_content)
    named = [field for field in model._meta.concrete_fields if isinstance(field, WordsField)]
    document.words = words_of(document.document[name] for field in named for name in field.of)


def rederive(document: SnippetDocument) -> SnippetDocument:
    """A fresh derivation from the stored copy, not saved. Raise LookupError where its kind is unknown."""
    fresh = SnippetDocument(
        type=document.type,
        object_id=document.object_id,
        revision_id=document.revision_id,
        revision_content=document.revision_content,
    )
    derive(fresh, apps.get_model(document.type))
    return fresh


def documents_of(model: type[models.Model], rows: Iterable[Any]) -> dict[int, SnippetDocument]:
    """What is stored of some snippets of a kind, by their ids."""
    stored = SnippetDocument.objects.filter(type=kind_of(model), object_id__in=[row.pk for row in rows])
    return {document.object_id: document for document in stored}
