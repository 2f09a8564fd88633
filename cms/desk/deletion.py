"""The only home of refusing to delete what is used elsewhere: one answer for pages, pictures, files and snippets."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction as DeletePages
from wagtail.documents.views import documents as document_views
from wagtail.documents.views import multiple as multiple_document_views
from wagtail.documents.views.bulk_actions import DeleteBulkAction as DeleteDocuments
from wagtail.images.views import images as image_views
from wagtail.images.views import multiple as multiple_image_views
from wagtail.images.views.bulk_actions import DeleteBulkAction as DeleteImages
from wagtail.models import Locale, Page, TranslatableMixin

from cms.desk.uses import uses_of


def refusal(request: HttpRequest, objects: Sequence[models.Model]) -> HttpResponseBase | None:
    """The page that says where `objects` are used, or None where they may go."""
    uses = uses_of(objects)
    if not uses:
        return None
    finder = AdminURLFinder(request.user)
    rows = [{"use": use, "url": finder.get_edit_url(use.source), "title": title(use.source)} for use in uses]
    names = [title(target) for target in objects]
    page = objects[0] if len(objects) == 1 and isinstance(objects[0], Page) else None
    return TemplateResponse(
        request,
        "desk/deletion_refused.html",
        {
            "page_title": _("Not deleted"),
            "page_subtitle": names[0] if len(names) == 1 else "",
            "header_icon": "warning",
            "rows": sorted(rows, key=lambda row: (row["use"].kind, row["title"])),
            "names": names,
            "below": sum(target.get_descendant_count() for target in objects if isinstance(target, Page)),
            "live_page": page if page and page.live else None,
            "back": get_valid_next_url_from_request(request) or finder.get_edit_url(objects[0]),
        },
    )


def title(instance: models.Model) -> str:
    """What the admin calls it, with its language where it exists in several."""
    name = instance.get_admin_display_title() if isinstance(instance, Page) else str(instance)
    if isinstance(instance, TranslatableMixin) and instance.locale_id != Locale.get_default().pk:
        return f"{name} ({_(instance.locale.get_display_name())})"
    return name


def refuse_page(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    return refusal(request, [page])


def refuse_snippets(request: HttpRequest, instances: Iterable[models.Model]) -> HttpResponseBase | None:
    versions = [*instances, *translations_of(instances)]
    if answer := refusal(request, versions):
        return answer
    if request.method == "GET" and translations_of(instances):
        messages.info(request, _("The versions in the other languages will be deleted too."))
    return None


def delete_translations(request: HttpRequest, instances: Iterable[models.Model]) -> None:
    """Without their original they would be nobody's: whatever refers to a person refers to the original."""
    for translation in translations_of(instances):
        translation.delete()


def translations_of(instances: Iterable[models.Model]) -> list[models.Model]:
    """The versions in other languages of those that are originals."""
    default = Locale.get_default().pk
    originals = [item for item in instances if isinstance(item, TranslatableMixin) and item.locale_id == default]
    return [version for item in originals for version in item.get_translations().exclude(locale=default)]


class Refusing:
    """Mixed into the delete views of pictures and files."""

    def run_before_hook(self) -> HttpResponseBase | None:
        return refusal(self.request, [self.object])


class RefusingAtUpload:
    """Mixed into the views that delete a picture or file from the list of those just uploaded, which show no page."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if uses_of(self.get_model().objects.filter(pk=kwargs[self.pk_url_kwarg])):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)


class RefusingInBulk:
    """Mixed into the bulk deletions."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        objects, _without_access = self.get_actionable_objects()
        return (refusal(request, objects) if objects else None) or super().dispatch(request, *args, **kwargs)


class DeleteImageView(Refusing, image_views.DeleteView):
    pass


class DeleteDocumentView(Refusing, document_views.DeleteView):
    pass


class DeleteUploadedImageView(RefusingAtUpload, multiple_image_views.DeleteView):
    pass


class DeleteUploadedDocumentView(RefusingAtUpload, multiple_document_views.DeleteView):
    pass


class DeleteUnusedPages(RefusingInBulk, DeletePages):
    pass


class DeleteUnusedImages(RefusingInBulk, DeleteImages):
    pass


class DeleteUnusedDocuments(RefusingInBulk, DeleteDocuments):
    pass


def delete_urls() -> list[URLPattern]:
    """The paths of Wagtail's own views of pictures and files, which have no hook."""
    return [
        path("images/<int:image_id>/delete/", DeleteImageView.as_view()),
        path("images/multiple/<int:image_id>/delete/", DeleteUploadedImageView.as_view()),
        path("documents/delete/<int:document_id>/", DeleteDocumentView.as_view()),
        path("documents/multiple/<int:doc_id>/delete/", DeleteUploadedDocumentView.as_view()),
    ]
