"""The only home of when synchronised values reach the translations: in the publication that changed them.

A translation takes them over in a new publication of what is published of it, so that neither its draft nor a text that
its translator has not published comes out, and it stays as outdated as it was.
"""

import json
import logging
from collections import defaultdict
from collections.abc import Callable
from contextlib import nullcontext
from contextvars import ContextVar
from functools import partial
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models, transaction
from wagtail.models import DraftStateMixin, Page, Revision, TranslatableMixin
from wagtail.signals import published
from wagtail_localize.models import SegmentOverride, Translation

from cms.publishing.publication import as_outdated_as
from cms.publishing.snippets import documents_of
from cms.translation.synchronised_values import Content, Overrides, with_synchronised_values

logger = logging.getLogger(__name__)

# The translations that are being published here. Without it, a value that a translation cannot take (a reference to
# something deleted) would be tried for ever.
in_progress: ContextVar[frozenset[Any]] = ContextVar("in_progress", default=frozenset())


def connect() -> None:
    # Pages send this signal too, after page_published, whose receivers store what is published.
    published.connect(on_publish, dispatch_uid="cms.translation.synchronisation")


def on_publish(instance: models.Model, **kwargs: Any) -> None:
    """Give the values of `instance` to its translations; if it is a translation itself, it takes its source's."""
    # The signal is also sent when something that is not live is scheduled.
    if not isinstance(instance, TranslatableMixin) or not instance.live:
        return
    pairs = Translation.objects.filter(enabled=True, source__object=instance.translation_key).filter(
        models.Q(source__locale=instance.locale_id) | models.Q(target_locale=instance.locale_id)
    )
    locales = [
        (source, target)
        for source, target in pairs.values_list("source__locale", "target_locale")
        if (instance.translation_key, target) not in in_progress.get()
    ]
    if locales:
        with transaction.atomic(savepoint=False):
            synchronise(instance, locales)


def synchronise(instance: Any, locales: list[tuple[int, int]]) -> None:
    """Synchronise what is published of `instance` for each pair of source and target locale."""
    targets = {target for _, target in locales}
    live = published_versions(instance, {locale for pair in locales for locale in pair})
    overrides: dict[int, dict[str, Any]] = defaultdict(dict)
    chosen = SegmentOverride.objects.filter(
        context__object=instance.translation_key, locale__in=targets, has_error=False
    )
    for locale, path, data in chosen.values_list("locale", "context__path", "data_json"):
        overrides[locale][path] = json.loads(data)
    for source, target in locales:
        if source in live and target in live:
            take_over(live[source], live[target], overrides[target])


class Published(NamedTuple):
    """A page or snippet, and the copy of what is published of it: its row may hold a draft."""

    row: Any
    content: Content


def published_versions(instance: Any, locales: set[int]) -> dict[int, Published]:
    """The versions of `instance` in these locales that are published, by locale."""
    model = type(instance)
    rows = model._default_manager.filter(translation_key=instance.translation_key, locale__in=locales, live=True)
    if issubclass(model, Page):
        rows = rows.filter(alias_of=None, published_document__isnull=False).select_related("published_document")
        return {row.locale_id: Published(row, row.published_document.revision_content) for row in rows}
    copies = documents_of(model, rows)
    return {row.locale_id: Published(row, copies[row.pk].revision_content) for row in rows if row.pk in copies}


def take_over(source: Published, translation: Published, overrides: Overrides) -> None:
    """Publish a translation again with the synchronised values of its source, unless it has them."""
    target, content = translation
    update = partial(with_synchronised_values, type(target), source.content, overrides=overrides)
    if (updated := update(content)) == content:
        return
    token = in_progress.set(in_progress.get() | {(target.translation_key, target.locale_id)})
    try:
        with transaction.atomic():
            republish(target, updated, update)
    except ValidationError:
        # Whoever publishes the source can do nothing about it; the next publication of either tries again.
        logger.exception("%r could not take over the values of its source", target)
    finally:
        in_progress.reset(token)


def republish(target: DraftStateMixin, content: Content, update: Callable[[Content], Content]) -> None:
    """Publish `content`, and keep what a publication would take away: newer draft, schedule, and how outdated it is."""
    draft = target.latest_revision if target.has_unpublished_changes else None
    scheduled = target.revisions.filter(approved_go_live_at__isnull=False).first()

    with as_outdated_as(target.published_document) if isinstance(target, Page) else nullcontext():
        target.with_content_json(content).save_revision(changed=False, clean=False).publish(changed=False)
    if scheduled and scheduled != draft:
        Revision.objects.filter(pk=scheduled.pk).update(approved_go_live_at=scheduled.approved_go_live_at)
    if draft:
        target.with_content_json(update(draft.content)).save_revision(
            user=draft.user, approved_go_live_at=draft.approved_go_live_at, clean=False
        )
