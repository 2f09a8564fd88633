"""The only home of what a translation takes over from its original beside values and texts: the time of its expiry.

wagtail-localize copies a snippet that has no translation yet as its draft is: with the draft's times, and with what was
typed into its form and no column holds. A translator sees neither, and can change neither.
"""

from collections.abc import Iterator
from functools import wraps
from typing import Any

import wagtail_localize.models
from django.db import models
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, DraftStateMixin


def take_over_no_draft() -> None:
    """Let wagtail-localize save nothing of a draft, nor a translation that would be over when it is published."""
    ingest_segments = wagtail_localize.models.ingest_segments

    @wraps(ingest_segments)
    def ingest_and_mend(original: models.Model, translation: models.Model, *args: Any) -> None:
        ingest_segments(original, translation, *args)
        for part in parts(translation):
            if hasattr(part, "as_typed"):
                part.as_typed = {}
        if isinstance(translation, DraftStateMixin):
            mend_times(original, translation)

    wagtail_localize.models.ingest_segments = ingest_and_mend


def mend_times(original: Any, translation: Any) -> None:
    """A new translation has the times of its original, and none has expired before it is published."""
    if translation.pk is None:  # a snippet; a page was copied from the row where that is live
        translation.go_live_at, translation.expire_at = original.go_live_at, original.expire_at
    if translation.expire_at is not None and translation.expire_at <= timezone.now():
        translation.expire_at = None


def parts(instance: Any) -> Iterator[Any]:
    """The page or snippet, and the rows below it."""
    yield instance
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name != COMMENTS_RELATION_NAME:
            yield from getattr(instance, name).all()
