"""The only home of answers to what is no GraphQL request: JSON, whichever part of the server refuses it."""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import MappingProxyType

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from api.http import negotiation
from cms.outages import UNAVAILABLE

CODES: dict[int, str] = {
    HTTPStatus.INTERNAL_SERVER_ERROR: "INTERNAL_SERVER_ERROR",
    HTTPStatus.SERVICE_UNAVAILABLE: UNAVAILABLE,
}


def refused(status: int, message: str, headers: Mapping[str, str] = MappingProxyType({})) -> HttpResponse:
    error = {"message": message, "extensions": {"code": CODES.get(status, "BAD_REQUEST")}}
    return JsonResponse({"errors": [error]}, status=status, headers=headers, content_type=negotiation.content_type())


class RefusalsInJson:
    """First of the middleware, as any other may refuse a request before the endpoint sees it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_refusal = response.status_code >= HTTPStatus.BAD_REQUEST and "json" not in response.get("Content-Type", "")
        if not is_refusal or not re.match(settings.CORS_URLS_REGEX, request.path_info):
            return response
        # What other middleware told about the answer, such as who may read it, still holds.
        headers = {name: value for name, value in response.items() if not name.startswith("Content-")}
        return refused(response.status_code, _message(response), headers)


def _message(response: HttpResponseBase) -> str:
    """A sentence that was meant to be read; Django's pages say no more than the status does."""
    is_text = isinstance(response, HttpResponse) and response["Content-Type"].startswith("text/plain")
    return response.getvalue().decode().strip() if is_text else response.reason_phrase
