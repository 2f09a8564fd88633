"""The only home of keeping wagtail-localize from deciding who may see a page.

A restriction on one language version holds for all of them (see cms/publishing/sql). wagtail-localize makes the
translation's restrictions equal to the source's whenever a translation is saved, as a draft too: a restriction that an
editor set on the translation would be gone, and with it that of every language.
"""

from wagtail.models import Page
from wagtail_localize.models import TranslationSource


def leave_restrictions_to_editors() -> None:
    def sync_view_restrictions(self: TranslationSource, original: Page, translation_page: Page) -> None:
        """Neither set nor lift anything."""

    TranslationSource.sync_view_restrictions = sync_view_restrictions
