"""The only home of the GraphQL endpoint over HTTP."""

import json
from http import HTTPStatus
from typing import Any

from cross_web import HTTPException
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponse, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from strawberry.django.views import GraphQLView as StrawberryView
from strawberry.http.base import BaseRequestProtocol

from api.context import Context
from api.schema import schema


class GraphQLView(StrawberryView[Context, None]):
    """Whatever is sent, the answer is JSON (or GraphiQL, in development)."""

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Context:
        return Context(request=request, response=response)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = self.run(request=request)
        except HTTPException as refusal:
            return refused(refusal.status_code, refusal.reason)
        except UnicodeDecodeError:
            return refused(400, "The request is not UTF-8.")
        except RequestDataTooBig:
            return refused(413, f"The request has more than {settings.DATA_UPLOAD_MAX_MEMORY_SIZE} bytes.")
        return kept_private(response) if "Authorization" in request.headers else response

    def decode_json(self, data: str | bytes) -> object:
        try:
            decoded = json.loads(data)
        except (ValueError, RecursionError):
            raise HTTPException(400, "The request is not JSON.") from None
        if not isinstance(decoded, dict | list | None):
            raise HTTPException(400, "The request is not a JSON object.")
        return decoded or {}

    def should_render_graphql_ide(self, request: BaseRequestProtocol) -> bool:
        return settings.GRAPHIQL and super().should_render_graphql_ide(request)


def kept_private(response: HttpResponseBase) -> HttpResponseBase:
    """An answer for whoever sent a token, and for nobody else."""
    response["Cache-Control"] = "private, no-store"
    return response


def refused(status: int, message: str) -> HttpResponse:
    """The answer to what is no GraphQL request."""
    error = {"message": message, "extensions": {"code": "BAD_REQUEST"}}
    headers = {"Allow": "GET, POST"} if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    return JsonResponse({"errors": [error]}, status=status, headers=headers)


# No cookie is read here, so no forged request can act for anybody; and reading needs no transaction.
graphql_view = transaction.non_atomic_requests(csrf_exempt(GraphQLView.as_view(schema=schema, graphql_ide="graphiql")))
