"""The only home of how files that frontends pass on are asked for and answered: sitemap, robots.txt and feeds."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.http import conditional_page
from django.views.decorators.vary import vary_on_headers

from api.allowance import granted
from api.client_errors import BadInputError, TimeIsUpError
from api.context import Context
from api.deadline import took_too_long
from cms.reading import no_page, only_reads

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]
PLAIN = "text/plain; charset=utf-8"


def ready_made(answer: View) -> View:
    """A view that calls `answer` with the request's context, the name of the site asked for, and what is in the path.

    Its ETag is made of its content: a page that expires by the clock changes that, but no content version.
    """

    @wraps(answer)
    def view(request: HttpRequest, **in_path: Any) -> HttpResponse:
        context = Context(request=request, response=HttpResponse())
        try:
            with granted():
                return answer(context, request.GET.get("site"), **in_path)
        except BadInputError as refusal:
            return HttpResponseBadRequest(str(refusal), content_type=PLAIN)
        except (TimeIsUpError, OperationalError) as error:
            if not took_too_long(error):
                raise
            logger.warning("Timeout at %s", request.path)
            return HttpResponse("This takes too long now. Try later.", status=503, content_type=PLAIN)

    # The site may be the one of the page that asks; and reading needs no transaction.
    return transaction.non_atomic_requests(only_reads(no_page(vary_on_headers("Origin")(conditional_page(view)))))
