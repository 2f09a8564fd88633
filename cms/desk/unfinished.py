"""The only home of what a person is told who publishes, without its form, a page that is not ready."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Page

from cms.drafts import UnfinishedError


class ExplainUnfinished:
    """Nothing was published, as the request was one transaction: say of which page, and open its form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, UnfinishedError):
            return None
        messages.error(request, exception.messages[0])
        address = form_of(exception.instance)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":  # Wagtail's dialog of a workflow
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


def form_of(instance: object) -> str:
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])
