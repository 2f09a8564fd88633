"""The only home of how files that frontends pass on are asked for and answered: sitemap, robots.txt and feeds."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import conditional_page
from django.views.decorators.vary import vary_on_headers

from api.context import Context
from api.errors import BadInputError
from cms.reading import no_page, only_reads

View = Callable[..., HttpResponse]


def ready_made(answer: View) -> View:
    """A view that calls `answer` with the request's context, the name of the site asked for, and what is in the path.

    Its ETag is made of its content: a page that expires by the clock changes that, but no content version.
    """

    @wraps(answer)
    def view(request: HttpRequest, **in_path: Any) -> HttpResponse:
        context = Context(request=request, response=HttpResponse())
        try:
            return answer(context, request.GET.get("site"), **in_path)
        except BadInputError as refusal:
            return HttpResponseBadRequest(refusal.message, content_type="text/plain; charset=utf-8")

    # The site may be the one of the page that asks; and reading needs no transaction.
    return transaction.non_atomic_requests(only_reads(no_page(vary_on_headers("Origin")(conditional_page(view)))))
