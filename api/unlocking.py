"""The only home of opening a private page by its password: the same work and the same answer for whatever is wrong.

How often may be tried is counted for each client and for each path in Django's cache.
"""

import time
from datetime import UTC, datetime
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare
from django_ratelimit.core import is_ratelimited

from api.context import Context
from api.reading.private.access import SALT, Restriction, Unlocked, fingerprint
from api.reading.routes.known import look_up
from api.reading.routes.paths import SitePath
from api.reading.storable import is_storable

NOTHING = Restriction(0, "password", "", [])  # compared with where there is none


class Token(NamedTuple):
    text: str
    expires_at: datetime


class TooManyTriesError(Exception):
    """This client, or all together for this path, have tried too often for now."""


def unlock(path: str, password: str, site: str | None, context: Context) -> Token | None:
    """A token for the page at `path`, and for what the request's tokens open already; None where that is not right.

    Raise TooManyTriesError, BadInputError for an unknown site, and InvalidTokenError for such a token of the request.
    """
    asked = SitePath.parse(path)
    _count_try(asked, context)
    given = fingerprint(password)
    restrictions = _passwords_at(asked, site, context) or [NOTHING]
    matches = [constant_time_compare(given, fingerprint(held.password)) for held in restrictions]
    right = [held for held, is_right in zip(restrictions, matches, strict=True) if is_right and held is not NOTHING]
    if not right:
        return None
    until = int(time.time()) + settings.UNLOCK_SECONDS
    unlocked = context.access.unlocked | {str(held.id): Unlocked(given, until) for held in right}
    return Token(signing.dumps(unlocked, salt=SALT), datetime.fromtimestamp(until, UTC))


def _passwords_at(asked: SitePath, site: str | None, context: Context) -> list[Restriction]:
    """The passwords that open a page at the path: where something else keeps the request out, there is no page."""
    context.access.verify()
    reader = context.references(asked.locale or settings.LANGUAGE_CODE, site).reader
    if not is_storable(str(asked)):
        return []
    known = look_up(reader, [asked])
    owners = known.owners_of(asked, reader)
    return [
        held
        for version in known.restricted_versions(asked, reader)
        if version.key in owners or reader.path(version) == str(asked)
        if context.access.needs_only_passwords(version.restrictions)
        for held in version.restrictions
        if held.type == "password" and held.password
    ]


def _count_try(asked: SitePath, context: Context) -> None:
    by_address = is_ratelimited(
        context.request, group="unlock address", key="ip", rate=settings.UNLOCK_RATE_BY_ADDRESS, increment=True
    )
    by_path = is_ratelimited(
        context.request,
        group="unlock path",
        key=lambda *_: str(asked).encode(errors="replace").decode(),
        rate=settings.UNLOCK_RATE_BY_PATH,
        increment=True,
    )
    if by_address or by_path:
        raise TooManyTriesError
