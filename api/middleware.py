"""The only home of the short way to the GraphQL endpoint: past all that only the admin's pages need.

Nothing in a request to it has a session, a user, a form or messages for either, and it is framed by nobody. What is
before this in the middleware holds for it, and what is behind for all other addresses.
"""

from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase

from api.urls import GRAPHQL
from api.views import graphql_view
from cms.outages import is_outage, unavailable


class ShortWay:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info not in GRAPHQL:
            return self.get_response(request)
        request.get_host()  # raises DisallowedHost, as CommonMiddleware lets it for all others
        try:
            response = graphql_view(request)
        except OperationalError as error:
            if not is_outage(error):
                raise
            response = unavailable()
        if isinstance(response, HttpResponse):
            response.headers.setdefault("Content-Length", str(len(response.content)))
        return response
