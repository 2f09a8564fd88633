"""The only home of how editors choose a person or organisation: from those of the original language, by name.

References are stored on the original and the API finds the version in the reader's language, so the other languages'
rows would only be the same person three times.
"""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.models import Locale
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet


class NameFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Name"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Part of the name")})
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        if query := self.cleaned_data["q"]:
            self.is_searching = True
            self.search_query = query
            objects = objects.filter(name__icontains=query)
        return super().filter(objects)


class OriginalLanguage:
    """Mixed into the two views that list what can be chosen."""

    filter_form_class = NameFilterForm
    i18n_enabled = False  # no column and no filter for a language that is always the same

    def get_object_list(self) -> QuerySet[Any]:
        return super().get_object_list().filter(locale=Locale.get_default())


class ChooseOriginalView(OriginalLanguage, ChooseView):
    pass


class ChooseOriginalResultsView(OriginalLanguage, ChooseResultsView):
    pass


class OriginalLanguageChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseOriginalView
    choose_results_view_class = ChooseOriginalResultsView
