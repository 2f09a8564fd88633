"""The only home of why the admin never calls a page live that has expired: it takes the page offline first.

Readers do not see it from the second on that it expires. The row says so only when someone has run the schedule, and
the admin shows rows, in lists, filters, choosers and headers alike.

Where thousands have expired at once, nobody waits for all of them: whoever looks next takes the next ones offline, and
the schedule all others.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cms.publishing.schedule import expire_pages

MOST_AT_ONCE = 20


class ExpireBeforeLooking:
    """After the middleware that knows the user."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("wagtailadmin_home")) and request.user.is_authenticated:
            expire_pages(MOST_AT_ONCE)
        return self.get_response(request)
