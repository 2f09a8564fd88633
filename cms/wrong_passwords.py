"""The only home of how often a wrong password may be tried in the admin's forms, by one address and for one thing.

What is right costs nothing, as a whole office may have one address. Tries are counted in Django's cache.
"""

from functools import partial

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from django_ratelimit.core import is_ratelimited

TOO_MANY = gettext_lazy("Too many wrong passwords. Wait a minute, and try again.")


def are_too_many(request: HttpRequest, subject: str) -> bool:
    return _limits(request, subject, increment=False)


def count_one(request: HttpRequest, subject: str) -> None:
    _limits(request, subject, increment=True)


def _limits(request: HttpRequest, subject: str, *, increment: bool) -> bool:
    limit = partial(is_ratelimited, request, increment=increment)
    by_address = limit(group="password address", key="ip", rate=settings.PASSWORD_RATE_BY_ADDRESS)
    by_subject = limit(group="password subject", key=lambda *_: subject, rate=settings.PASSWORD_RATE_BY_SUBJECT)
    return by_address or by_subject
