"""The only home of how long an answer may be kept, and of answering that it has not changed.

Only what is asked for with GET by a document's hash has an address that is worth keeping. Nothing is kept unasked: who
has an answer asks each time whether it still holds, as a published change is in the very next answer.
"""

from hashlib import sha256
from typing import cast

from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

KEPT = "public, max-age=0, must-revalidate"
NOT_KEPT = "private, no-store"


def revalidated(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response with its ETag, or a 304 for who has it already; neither where it is for one reader."""
    if "Authorization" in request.headers:
        return response
    response.setdefault("Cache-Control", KEPT)
    if response["Cache-Control"] != KEPT:
        return response
    response["ETag"] = quote_etag(sha256(response.content).hexdigest())
    return cast(HttpResponse, get_conditional_response(request, etag=response["ETag"], response=response))


def kept_private(response: HttpResponseBase) -> HttpResponseBase:
    """An answer for whoever sent a token, and for nobody else."""
    response["Cache-Control"] = NOT_KEPT
    return response
