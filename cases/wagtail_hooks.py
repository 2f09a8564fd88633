"""The only home of where people and organisations are in the admin, and how they are listed."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.models import Locale
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cases.choosers import OriginalLanguageChooserViewSet
from cases.organisations import Organisation, Person


class TranslatedViewSet(SnippetViewSet):
    """Lists the originals, until the filter asks for another language."""

    copy_view_enabled = False
    chooser_viewset_class = OriginalLanguageChooserViewSet
    chooser_per_page = 20

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model.objects.all()
        return rows if "locale" in request.GET else rows.filter(locale=Locale.get_default())


class PersonViewSet(TranslatedViewSet):
    model = Person
    icon = "user"
    menu_order = 100
    list_display: ClassVar = ["name", LocaleColumn(), "job_title", "email"]
    search_fields: ClassVar = ["name", "job_title", "email"]


class OrganisationViewSet(TranslatedViewSet):
    model = Organisation
    icon = "home"
    menu_order = 200
    list_display: ClassVar = [
        "name",
        LocaleColumn(),
        Column("get_sector_display", label=_("Sector"), sort_key="sector"),
    ]
    list_filter: ClassVar = ["sector"]
    search_fields: ClassVar = ["name"]


@register_snippet
class PeopleAndOrganisations(SnippetViewSetGroup):
    menu_label = _("People and organisations")
    menu_icon = "group"
    menu_order = 450
    items = (PersonViewSet, OrganisationViewSet)
