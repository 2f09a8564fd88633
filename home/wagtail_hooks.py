"""The only home of what `home` adds to Wagtail's admin: where a site's settings are, and who begins a site."""

from typing import ClassVar

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.models import HomePage
from home.site_settings import SiteSettings


@register_snippet
class SiteSettingsViewSet(SnippetViewSet):
    model = SiteSettings
    icon = "list-ul"
    menu_label = gettext_lazy("Menus and site texts")
    menu_order = 480
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display: ClassVar = ["site_name", LocaleColumn(), "site"]


@hooks.register("before_create_page")
def leave_home_pages_to_administrators(
    request: HttpRequest, parent_page: Page, page_class: type[Page]
) -> HttpResponseBase | None:
    """A home page is the beginning of a site, and only who may add sites may begin one."""
    if page_class is not HomePage or request.user.has_perm("wagtailcore.add_site"):
        return None
    messages.error(request, _("A home page is the beginning of another site. Ask an administrator for one."))
    return redirect("wagtailadmin_explore", parent_page.pk)
