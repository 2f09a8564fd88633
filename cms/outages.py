"""The only home of what is said while PostgreSQL cannot be reached: 503, and when to try again."""

from collections.abc import Callable
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

UNAVAILABLE = "UNAVAILABLE"
MESSAGE = "The database cannot be reached just now. Try again in a moment."
RETRY_AFTER = "5"  # seconds

# https://www.postgresql.org/docs/current/errcodes-appendix.html: it stops, has crashed, starts, or is full.
LEAVING = ("57P01", "57P02", "57P03", "53300")
CONNECTION_EXCEPTION = "08"  # a class of codes


def is_outage(exception: BaseException | None) -> bool:
    """Whether PostgreSQL was not there, rather than not content; a connection that fails has no code at all."""
    if not isinstance(exception, OperationalError):
        return False
    code = getattr(exception.__cause__, "sqlstate", None)
    return code is None or code in LEAVING or code.startswith(CONNECTION_EXCEPTION)


def unavailable() -> HttpResponse:
    return HttpResponse(
        f"{MESSAGE}\n",
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        content_type="text/plain; charset=utf-8",
        headers={"Retry-After": RETRY_AFTER},
    )


class UnavailableDuringOutages:
    """Among the last of the middleware: what is before it may add its headers to the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_outage(exception):
            return None
        return unavailable()
