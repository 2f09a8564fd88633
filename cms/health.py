"""The only home of what a load balancer is told: whether this server is ready to answer, within seconds."""

from http import HTTPStatus
from typing import Any

from asgiref.sync import sync_to_async
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from health_check import checks
from health_check.views import HealthCheckView


class Database(checks.Database):
    """The library's check, on the connection of the request's own thread: no other is to be had while all are used."""

    async def run(self) -> None:
        await sync_to_async(super().run)()


class Health(HealthCheckView):
    checks = (
        "health_check.checks.Cache",
        Database,
        "cms.publishing.health.Definitions",
        "cms.publishing.health.PublishedDocuments",
        "cms.publishing.health.Fallbacks",
    )

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = await super().get(request, *args, **kwargs)
        except ValueError:  # an Accept that the library cannot read, such as that of Java's own client
            response = None
        status = HTTPStatus.SERVICE_UNAVAILABLE if any(result.error for result in self.results) else HTTPStatus.OK
        if response is None or response.status_code == HTTPStatus.NOT_ACCEPTABLE:
            return self.render_to_response_text(status)
        response.status_code = status
        return response
