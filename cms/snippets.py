"""The only home of what all translatable snippets share."""

from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin

from cms.translation.drafts import is_localize_draft


class BaseSnippet(TranslatableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A translatable snippet whose row always holds what is published.

    It has drafts because wagtail-localize, submitting a snippet without them, writes the source's text into the
    translation's row at once.
    """

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields") is None and is_localize_draft(self):
            self.live = True
            return
        super().save(*args, **kwargs)
