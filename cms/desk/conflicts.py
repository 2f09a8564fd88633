"""The only home of what happens when two people save at the same moment and one of the two is undone.

Every visible change raises the content version at its commit, so a deadlock may show only then, after the view has
answered. And what a form found right may be wrong when it is saved: somebody else has just taken the slug. The request
was one transaction and nothing of it is left, so it is simply tried again; if that fails too, a page says so.

Who waits for a change of thousands of pages may wait longer than a statement may take. Trying again would wait as long,
so the page says so at once.
"""

from collections.abc import Callable, Iterator
from http import HTTPStatus

from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import Error, connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from cms.drafts import UnfinishedError
from cms.publishing.tree import PageGoneError

# https://www.postgresql.org/docs/current/errcodes-appendix.html, class 40
SERIALIZATION_FAILURE, DEADLOCK = "40001", "40P01"
QUERY_CANCELED = "57014"


class RetryOnConflict:
    """Last of the middleware, so that it is the first to learn how a view failed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not was_undone(request):
            return None
        if request.method == "POST" and waited_too_long(exception):
            return apology(request, is_busy=True)
        if not is_conflict(exception):
            return None
        # Reading them takes them away: what the first try said to the user is not true.
        list(get_messages(request))
        for file in request.FILES.values():
            file.seek(0)
        match = request.resolver_match
        try:
            with transaction.atomic():
                return match.func(request, *match.args, **match.kwargs)
        except (Error, PageGoneError) as second:
            is_busy = waited_too_long(second)
            if not is_busy and not is_conflict(second):
                raise
        return apology(request, is_busy=is_busy)


def apology(request: HttpRequest, *, is_busy: bool = False) -> HttpResponse:
    """A page that holds the whole form, to be sent again."""
    list(get_messages(request))  # what was said to the user before is not true
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {"fields": fields, "is_busy": is_busy}
    return render(request, "desk/conflict.html", context, status=HTTPStatus.CONFLICT)


def is_conflict(exception: BaseException) -> bool:
    """Whether somebody else was quicker. Who meets a page that was just deleted, or a slug that was just taken, is told
    so when tried again. What is not ready to be published is so whoever is quicker.

    A task of Wagtail's (the index of the admin's search) keeps its error to itself, and the next statement then fails
    because of it, in a transaction that PostgreSQL has undone.
    """
    undone = has_code(exception, SERIALIZATION_FAILURE, DEADLOCK)
    if isinstance(exception, ValidationError):
        return not isinstance(exception, UnfinishedError)
    return undone or isinstance(exception, PageGoneError)


def waited_too_long(exception: BaseException) -> bool:
    return has_code(exception, QUERY_CANCELED)


def has_code(exception: BaseException, *codes: str) -> bool:
    return any(getattr(cause, "sqlstate", None) in codes for cause in causes(exception))


def causes(exception: BaseException) -> Iterator[BaseException]:
    cause = exception.__cause__
    while cause is not None:
        yield cause
        cause = cause.__cause__


def was_undone(request: HttpRequest) -> bool:
    """Whether the request was one transaction, which is over."""
    view = request.resolver_match.func
    return connection.settings_dict["ATOMIC_REQUESTS"] and "default" not in getattr(view, "_non_atomic_requests", ())
