"""The only home of what all translatable snippets share."""

from typing import Any

from django.db import models, transaction
from wagtail.models import DraftStateMixin, Revision, RevisionMixin, TranslatableMixin

from cms.drafts import AsTypedField, DraftForm, refuse_unfinished
from cms.publishing.locks import lock_versions
from cms.publishing.version import raises_version


class BaseSnippet(TranslatableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A translatable snippet. The public sees a copy of what was published of it; see `cms.publishing.snippets`.

    It has drafts because wagtail-localize, submitting a snippet without them, writes the source's text into the
    translation's row at once.
    """

    as_typed = AsTypedField()

    base_form_class = DraftForm

    class Meta(TranslatableMixin.Meta):
        abstract = True
        # What the view reads of the row. All that is shown is in the copy, which has triggers of its own.
        triggers = raises_version("live", "expire_at", "translation_key", "locale", visible="ROW.live")

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)

    def publish(self, revision: Revision, user: Any = None, *args: Any, **kwargs: Any) -> None:
        """What a person publishes is checked, whatever the way."""
        if user is not None:
            refuse_unfinished(revision.as_object())
        with transaction.atomic():
            lock_versions(self)
            super().publish(revision, user, *args, **kwargs)
