"""The only home of which of HTTP's methods the endpoint answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from api.http.refusals import refused

ANSWERED = ("GET", "POST")
ALLOW = {"Allow": "GET, HEAD, OPTIONS, POST"}
ALLOW_MUTATION = {"Allow": "OPTIONS, POST"}


@contextmanager
def head_as_get(request: HttpRequest) -> Iterator[None]:
    """Within, HEAD is GET: every server leaves the body of its answer away by itself."""
    asked = request.method
    request.method = "GET" if asked == "HEAD" else asked
    try:
        yield
    finally:
        request.method = asked


def otherwise(request: HttpRequest) -> HttpResponse:
    """The answer to a method that no document is sent with. What browsers ask before they do is no matter of ours."""
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=ALLOW)
    return refused(HTTPStatus.METHOD_NOT_ALLOWED, "Send a document with GET or POST.", ALLOW)
