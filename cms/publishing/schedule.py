"""The only home of what happens when a time comes: what has expired goes offline, and what is due is published.

Each is one transaction, and one that fails is told of and keeps no other waiting. Readers see an expiry by the clock,
so the rows only follow.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import models, transaction
from django.db.models.functions import Now
from wagtail.models import Page, Revision

from cms.publishing.locks import lock_versions
from cms.publishing.snippets import snippet_models

logger = logging.getLogger(__name__)


def expire_pages(most: int | None = None) -> list[Any]:
    """Take offline the pages that have expired, the first ones first, so many at most; and return them."""
    return [*each(expired(Page), take_offline, most)]


def expire_snippets() -> list[Any]:
    return [gone for model in snippet_models() for gone in each(expired(model), take_offline)]


def publish_due() -> list[Any]:
    """Publish the revisions whose time has come, and return what they are of."""
    due = Revision.objects.filter(approved_go_live_at__lte=Now())
    return [*each(due.order_by("approved_go_live_at"), publish)]


def expired(model: type[Any]) -> models.QuerySet[Any]:
    return model._default_manager.filter(live=True, expire_at__lte=Now()).order_by("expire_at")


def each(rows: models.QuerySet[Any], act: Callable[[Any], Any], most: int | None = None) -> Iterator[Any]:
    """What `act` made of each of `rows` that was still among them when it was locked; of the first ones, at most."""
    for row in list(rows[:most]):
        try:
            with transaction.atomic():
                lock_versions(row.content_object if isinstance(row, Revision) else row)
                still: Iterable[Any] = rows.filter(pk=row.pk)
                done = [act(current) for current in still]
        except Exception:
            logger.exception("%r: its time has come, and it failed", row)
        else:
            yield from done


def take_offline(instance: Any) -> Any:
    instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return instance


def publish(revision: Revision) -> Any:
    revision.publish(log_action="wagtail.publish.scheduled")
    return revision.content_object
