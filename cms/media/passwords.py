"""The only home of asking for the password of a private collection's files: as Wagtail does, but not for ever."""

from http import HTTPStatus

from django.forms.utils import ErrorList
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_http_methods
from wagtail.documents.views.serve import authenticate_with_password

from cms import wrong_passwords


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_password(request: HttpRequest, restriction_id: int) -> HttpResponseBase:
    collection = f"collection {restriction_id}"
    is_try = request.method == "POST"
    is_refused = is_try and wrong_passwords.are_too_many(request, collection)
    if is_refused:
        # Whether this one is right, nobody learns.
        request.POST = request.POST.copy()
        request.POST["password"] = ""
    response: HttpResponseBase = authenticate_with_password(request, restriction_id)
    if is_refused:
        response.context_data["form"].errors["password"] = ErrorList([wrong_passwords.TOO_MANY])
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    elif is_try and response.status_code == HTTPStatus.OK:
        wrong_passwords.count_one(request, collection)
    return response
