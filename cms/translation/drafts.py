"""The only home of keeping what a translator has not published out of the row of a live page or snippet.

wagtail-localize writes a draft translation into the row of a live page, slug included, and takes a live snippet
offline; one that is not live it calls live before it is published. Here its draft is what Wagtail's own drafts are: a
revision, and nothing else where the row is live.
"""

from functools import wraps
from typing import Any

from django.db import transaction
from wagtail_localize.models import TranslationSource

from cms.publishing.locks import lock_versions


def save_translations_as_drafts() -> None:
    """Let wagtail-localize save a translation in one transaction, and as a draft until it is published."""
    original = TranslationSource.create_or_update_translation

    @wraps(original)
    def create_or_update_translation(self: TranslationSource, *args: Any, **kwargs: Any) -> Any:
        def get_translated_instance(locale: Any) -> Any:
            return as_draft(type(self).get_translated_instance(self, locale))

        with transaction.atomic():  # outermost: wagtail-localize publishes on commit, which is no draft save any more
            self.get_translated_instance = get_translated_instance
            try:
                return original(self, *args, **kwargs)
            finally:
                del self.get_translated_instance

    TranslationSource.create_or_update_translation = create_or_update_translation


def as_draft(translation: Any) -> Any:
    """The translation, to be saved as a draft: over what is live nothing is written, and nothing goes live by it."""
    save, is_live = translation.save, is_row_live(translation)

    def save_draft(*args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        translation.live = is_live
        if update_fields is not None or not is_live:
            save(*args, update_fields=update_fields, **kwargs)

    translation.save = save_draft
    return translation


def is_row_live(instance: Any) -> bool:
    """Whether its row is live now, and stays so until the end of the transaction."""
    return any(row.live for row in lock_versions(instance) if row.pk == instance.pk)
