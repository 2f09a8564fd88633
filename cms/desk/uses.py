"""The only home of who uses a page, picture, file, person or organisation: in what is published and in every draft.

Wagtail's reference index knows what the rows hold. What only a draft, or the text that translators work on, refers to
is found by indexing it for a moment in a transaction that is rolled back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.functions import Cast
from django.utils.text import capfirst
from wagtail.models import DraftStateMixin, Page, ReferenceIndex, Revision, Site, TranslatableMixin
from wagtail_localize.models import SourceDeletedError, TranslationSource

Key = tuple[int, str]  # base content type and id, as the reference index names what refers and what is referred to


@dataclass
class Use:
    """One page, snippet or site that uses something, and where in it."""

    source: models.Model
    kind: str
    # Why the place cannot be seen on the site, or "".
    only_in: str = ""
    places: list[str] = field(default_factory=list)


DRAFT, TRANSLATION = "draft", "translation"


def uses_of(objects: Iterable[models.Model]) -> list[Use]:
    """What would miss something if `objects` were deleted, pages with all that is below them.

    What is deleted with them does not count, nor do a page's own versions in other languages.
    """
    doomed = with_descendants(objects)
    gone = {_key(target) for target in doomed}
    versions = {target.translation_key for target in doomed if isinstance(target, TranslatableMixin)}
    uses: dict[tuple[Key, str], Use] = {}
    seen: set[tuple[Key, str]] = set()
    for only_in, references in _references(doomed):
        for reference in references:
            key = (reference.base_content_type_id, reference.object_id)
            place = (key, reference.model_path)
            if key in gone or place in seen:
                continue
            seen.add(place)
            if (key, only_in) not in uses:
                source = ContentType.objects.get_for_id(key[0]).get_object_for_this_type(pk=key[1])
                uses[key, only_in] = Use(source, str(reference.model_name), only_in)
            uses[key, only_in].places.append(_place(reference))
    found = [use for use in uses.values() if getattr(use.source, "translation_key", None) not in versions]
    return found + [Use(site, str(site._meta.verbose_name)) for site in _sites(doomed)]


def _place(reference: ReferenceIndex) -> str:
    """What the editor's form calls the field or block."""
    if isinstance(reference.source_field, models.ForeignObjectRel):
        return capfirst(str(reference.related_field.verbose_name))
    return str(reference.describe_source_field())


def with_descendants(objects: Iterable[models.Model]) -> list[models.Model]:
    result: dict[Key, models.Model] = {}
    for target in objects:
        below = target.get_descendants(inclusive=True) if isinstance(target, Page) else [target]
        result.update({_key(item): item for item in below})
    return list(result.values())


def _references(targets: Sequence[models.Model]) -> Iterator[tuple[str, list[ReferenceIndex]]]:
    yield "", list(ReferenceIndex.get_references_to_in_bulk(targets))
    for only_in, draft in _drafts([str(target.pk) for target in targets]):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(draft)
            of_draft = ReferenceIndex.get_references_for_object(draft)
            references = list(of_draft & ReferenceIndex.get_references_to_in_bulk(targets))
            transaction.set_rollback(True)
        yield only_in, references


def _drafts(ids: list[str]) -> Iterator[tuple[str, models.Model]]:
    """Everything that is not what its row says and might mention one of `ids`."""
    mention = rf"\m({'|'.join(ids)})\M"
    candidates = set(Revision.objects.filter(approved_go_live_at__isnull=False).values_list("pk", flat=True))
    for model in [Page, *_snippets_with_drafts()]:
        drafts = model._default_manager.filter(has_unpublished_changes=True, latest_revision__isnull=False)
        candidates.update(drafts.values_list("latest_revision", flat=True))
    revisions = Revision.objects.filter(pk__in=candidates).annotate(text=Cast("content", models.TextField()))
    for revision in revisions.filter(text__regex=mention):
        yield DRAFT, revision.as_object()
    for source in TranslationSource.objects.filter(translations__enabled=True, content_json__regex=mention).distinct():
        try:
            yield TRANSLATION, source.as_instance()
        except SourceDeletedError:
            continue


def _snippets_with_drafts() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]


def _sites(targets: Sequence[models.Model]) -> list[Site]:
    """The sites that begin at one of `targets`, in any language."""
    keys = [target.translation_key for target in targets if isinstance(target, Page)]
    return list(Site.objects.filter(root_page__translation_key__in=keys))


def _key(instance: models.Model) -> Key:
    base = Page if isinstance(instance, Page) else type(instance)
    return ContentType.objects.get_for_model(base, for_concrete_model=False).pk, str(instance.pk)
