"""The only home of what the desk adds to Wagtail's admin: a table of contents."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Locale, Page
from wagtail.users.views.api_tokens import APITokenViewSet

from cms.desk import deletion, links, previews

hooks.register("before_delete_page", deletion.refuse_page)
hooks.register("before_delete_snippet", deletion.refuse_snippets)
hooks.register("after_delete_snippet", deletion.delete_translations)
# Before Wagtail's own, which have the same paths, and after Wagtail's own, which they replace.
hooks.register("register_admin_urls", deletion.delete_urls, order=-1)
hooks.register("register_rich_text_features", links.register, order=1)
hooks.register("register_admin_urls", previews.urls)
hooks.register("register_reports_menu_item", previews.menu_item)
for bulk_action in (deletion.DeleteUnusedPages, deletion.DeleteUnusedImages, deletion.DeleteUnusedDocuments):
    hooks.register("register_bulk_action", bulk_action, order=1)


@hooks.register("after_copy_page")
def say_that_copies_are_drafts(request: HttpRequest, page: Page, new_page: Page, **kwargs: Any) -> None:
    messages.info(request, _("A copy is always a draft. Publish it when it is ready."))


@hooks.register("construct_translated_pages_to_cascade_actions")
def unpublish_translations_too(pages: list[Page], action: str) -> dict[Page, QuerySet[Page]]:
    """What the editor takes offline in the original is offline in every language; the confirmation page says so."""
    if action != "unpublish":
        return {}
    originals = [page for page in pages if page.locale_id == Locale.get_default().pk]
    return {page: page.get_translations().filter(live=True, alias_of=None) for page in originals}


@hooks.register("insert_global_admin_css")
def stylesheet() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("desk/admin.css"))


@hooks.register("insert_editor_js")
def save_once_at_a_time() -> SafeString:
    return format_html('<script src="{}"></script>', static("desk/one_save_at_a_time.js"))


@hooks.register("register_admin_viewset")
def register_api_tokens() -> APITokenViewSet:
    """Wagtail shows them only beside its own API; here they open private pages."""
    return APITokenViewSet("wagtailusers_api_tokens", url_prefix="api-tokens")
