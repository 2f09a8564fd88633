"""The only home of the GraphQL endpoint over HTTP."""

import json
from dataclasses import replace
from http import HTTPStatus
from typing import Any, cast

from cross_web import HTTPException, SyncHTTPRequestAdapter
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from strawberry.django.views import GraphQLView as StrawberryView
from strawberry.django.views import TemporalHttpResponse
from strawberry.http import GraphQLHTTPResponse, GraphQLRequestData
from strawberry.http.base import BaseRequestProtocol
from strawberry.types import ExecutionResult

from api.allowance import granted
from api.context import Context
from api.contract.manifest import ONLY
from api.execution.json_text import written
from api.http import documents, methods, negotiation
from api.http.refusals import refused
from api.revalidation import kept_private, revalidated
from api.schema import schema
from cms.outages import RETRY_AFTER
from cms.reading import no_page

# Strawberry refuses everything with 400.
STATUS_OF = {
    "Unsupported content type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "mutations are not allowed when using GET": HTTPStatus.METHOD_NOT_ALLOWED,
}


class GraphQLView(StrawberryView[Context, None]):
    """Whatever is sent, the answer is JSON (or GraphiQL, in development)."""

    def get_context(self, request: HttpRequest, response: HttpResponse) -> Context:
        return Context(request=request, response=response)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with granted(), methods.head_as_get(request):
            response = self.answer(request)
        # What is served depends on these; a shared cache must tell them apart.
        patch_vary_headers(response, ["Accept", "Origin", "Authorization"])
        return response

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in methods.ANSWERED:
            return methods.otherwise(request)
        if negotiation.media_type(request) is None and not request.accepts("text/html"):
            return refused(HTTPStatus.NOT_ACCEPTABLE, f"Accept one of {', '.join(negotiation.MEDIA_TYPES)}.")
        try:
            response = self.run(request=request)
        except HTTPException as refusal:
            status = STATUS_OF.get(refusal.reason, refusal.status_code)
            headers = methods.ALLOW_MUTATION if status == HTTPStatus.METHOD_NOT_ALLOWED else {}
            return refused(status, refusal.reason, headers)
        except UnicodeDecodeError:
            return refused(400, "The request is not UTF-8.")
        except RequestDataTooBig:
            return refused(413, f"The request has more than {settings.DATA_UPLOAD_MAX_MEMORY_SIZE} bytes.")
        return kept_private(response) if "Authorization" in request.headers else response

    def parse_http_body(self, request: SyncHTTPRequestAdapter) -> GraphQLRequestData | list[GraphQLRequestData]:
        data = cast(GraphQLRequestData, super().parse_http_body(request))  # a list of them was refused
        if data.query is None:
            sent = request.query_params if request.method == "GET" else self.parse_json(request.body)
            if "documentId" in sent:
                data = replace(data, extensions=documents.extensions_of(sent["documentId"]))
        self.sent = data
        return replace(data, query=documents.document_of(data))

    def execute_operation(
        self, request: HttpRequest, context: Context, root_value: None, sub_response: TemporalHttpResponse
    ) -> ExecutionResult | list[ExecutionResult]:
        try:
            result = super().execute_operation(request, context, root_value, sub_response)
        except documents.DocumentError as error:
            return ExecutionResult(data=None, errors=[error])
        if isinstance(result, ExecutionResult) and result.data is not None:
            documents.remember(self.sent)
        return result

    def process_result(self, request: HttpRequest, result: ExecutionResult) -> GraphQLHTTPResponse:
        answer = super().process_result(request, result)
        if not negotiation.was_executed(cast(dict[str, Any], answer)):
            answer.pop("data", None)
        return answer

    def create_response(
        self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: HttpResponse
    ) -> HttpResponseBase:
        response = cast(HttpResponse, super().create_response(response_data, sub_response))
        kind = negotiation.media_type(self.request) or negotiation.JSON
        response.status_code = negotiation.status(cast(dict[str, Any], response_data), kind)
        response["Content-Type"] = negotiation.content_type(kind)
        if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
            response["Retry-After"] = RETRY_AFTER
            return response
        named = documents.hash_in(self.sent.extensions)
        return revalidated(self.request, response) if named and self.request.method == "GET" else response

    def encode_json(self, data: object) -> bytes:
        return written(data)

    def decode_json(self, data: str | bytes) -> object:
        try:
            decoded = json.loads(data)
        except (ValueError, RecursionError):
            raise HTTPException(400, "The request is not JSON.") from None
        if not isinstance(decoded, dict | list | None):
            raise HTTPException(400, "The request is not a JSON object.")
        return decoded or {}

    def should_render_graphql_ide(self, request: BaseRequestProtocol) -> bool:
        asks = {"extensions", "documentId"} & set(request.query_params)
        wanted = settings.GRAPHIQL and settings.TRUSTED_DOCUMENTS != ONLY and not asks
        return wanted and super().should_render_graphql_ide(request)


# No cookie is read here, so no forged request can act for anybody; and reading needs no transaction.
graphql_view = transaction.non_atomic_requests(
    csrf_exempt(no_page(GraphQLView.as_view(schema=schema, graphql_ide="graphiql")))
)
