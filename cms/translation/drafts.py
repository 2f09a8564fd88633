"""The only home of keeping what a translator has not published out of the row of a live page or snippet.

wagtail-localize writes a draft translation into the row of a live page, slug included, and takes a live snippet
offline. Here its draft is what Wagtail's own drafts are: a revision, and nothing else.
"""

from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.db import models, transaction
from wagtail_localize.models import TranslationSource

localize_is_saving: ContextVar[bool] = ContextVar("localize_is_saving", default=False)


def is_localize_draft(instance: models.Model) -> bool:
    """Whether this save of `instance` is wagtail-localize's, over something that is live."""
    if not localize_is_saving.get() or instance.pk is None:
        return False
    return type(instance)._default_manager.filter(pk=instance.pk, live=True).exists()


def mark_saves_of_localize() -> None:
    """Let models know when wagtail-localize saves a translation, and make that save one transaction."""
    original = TranslationSource.create_or_update_translation

    @wraps(original)
    def create_or_update_translation(self: TranslationSource, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():  # outermost: wagtail-localize publishes on commit, which is no draft save any more
            token = localize_is_saving.set(True)
            try:
                return original(self, *args, **kwargs)
            finally:
                localize_is_saving.reset(token)

    TranslationSource.create_or_update_translation = create_or_update_translation
