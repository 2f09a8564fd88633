"""The only home of an answer's media type and status, by the GraphQL over HTTP specification.

See https://graphql.github.io/graphql-over-http/draft/. Who asks for `application/json` gets 200 for every GraphQL
answer; who asks for `application/graphql-response+json` gets 400 where the document could not be executed at all,
unless the error asks Apollo's clients to send it in another way. Both get 503 while the database cannot be reached.
"""

import re
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest

from api.http.documents import MESSAGES
from cms.outages import UNAVAILABLE

JSON = "application/json"
GRAPHQL_RESPONSE = "application/graphql-response+json"
MEDIA_TYPES = (JSON, GRAPHQL_RESPONSE)  # the first is for clients that take any
UTF_8 = re.compile(r';\s*charset\s*=\s*(utf-?8|"utf-?8")(?=\s*(?:[;,]|$))', re.IGNORECASE)


def media_type(request: HttpRequest) -> str | None:
    """The media type that the client likes best; None where it takes neither.

    All answers are UTF-8, so who asks for that asks for no other media type; who names none takes any.
    """
    return _preferred(request.META.get("HTTP_ACCEPT", ""))


@lru_cache(maxsize=256)
def _preferred(accept: str) -> str | None:
    asked = HttpRequest()
    asked.META["HTTP_ACCEPT"] = UTF_8.sub("", accept).strip() or "*/*"
    return asked.get_preferred_type(MEDIA_TYPES)


def content_type(media_type: str = JSON) -> str:
    return f"{media_type}; charset=utf-8"


def was_executed(answer: dict[str, Any]) -> bool:
    """Whether the answer comes from executing the document, be it with errors, and not from refusing it."""
    return answer.get("data") is not None or any("path" in error for error in answer.get("errors", []))


def status(answer: dict[str, Any], media_type: str) -> HTTPStatus:
    codes = {error.get("extensions", {}).get("code") for error in answer.get("errors", [])}
    if UNAVAILABLE in codes:
        return HTTPStatus.SERVICE_UNAVAILABLE
    if media_type == GRAPHQL_RESPONSE and not was_executed(answer) and not codes & MESSAGES.keys():
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.OK
