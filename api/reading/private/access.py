"""The only home of what a request may see beyond the public: which restrictions its tokens meet.

`Authorization: Bearer` carries one token or several, separated by commas: tokens of `unlockPage`, and Wagtail's own
tokens of users. As in Wagtail, a login is no password: a page may ask for both.
"""

import time
from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import cached_property
from wagtail.models import PageViewRestriction
from wagtail.models.api import TOKEN_PREFIX, APIToken

from api.client_errors import InvalidTokenError

SALT = "api.private.access.unlocked"
MOST_TOKENS = 5
NOTED_EVERY = timedelta(minutes=1)  # when a user's token was used last


class Restriction(NamedTuple):
    """A view restriction, with what meets it."""

    id: int
    type: str
    password: str
    groups: list[int]


class Unlocked(NamedTuple):
    """What a token tells of a restriction that was met by password."""

    fingerprint: str
    until: int  # in seconds, as computers count them


class User(NamedTuple):
    is_superuser: bool
    groups: set[int]


def fingerprint(password: str) -> str:
    """What tells passwords apart, of one length and without telling them."""
    # JSON carries halves of surrogate pairs, which nobody's password has.
    return salted_hmac(SALT, password.encode(errors="surrogatepass"), algorithm="sha256").hexdigest()


class Access:
    def __init__(self, authorization: str) -> None:
        scheme, _, tokens = authorization.partition(" ")
        self._tokens = [token.strip() for token in tokens.split(",")] if scheme.lower() == "bearer" else []

    def opens(self, restrictions: Iterable[Restriction]) -> bool:
        """Whether the tokens meet all of these restrictions."""
        return not self._unmet(restrictions)

    def needs_only_passwords(self, restrictions: Iterable[Restriction]) -> bool:
        """Whether nothing but passwords, if anything, keeps the request out."""
        return all(held.type == PageViewRestriction.PASSWORD for held in self._unmet(restrictions))

    def verify(self) -> None:
        """Raise InvalidTokenError where one of the tokens is not valid."""
        if len(self._tokens) > MOST_TOKENS:
            raise InvalidTokenError
        _ = self.unlocked, self._users

    @cached_property
    def unlocked(self) -> dict[str, Unlocked]:
        """The restrictions that were met by password, by their ids."""
        found: dict[str, Unlocked] = {}
        for token in self._tokens:
            if not token.startswith(TOKEN_PREFIX):
                try:
                    told = signing.loads(token, salt=SALT, max_age=settings.UNLOCK_SECONDS)
                except signing.BadSignature:
                    raise InvalidTokenError from None
                found |= {key: Unlocked(*values) for key, values in told.items() if values[1] > time.time()}
        return found

    @cached_property
    def _users(self) -> list[User]:
        return [_user(token) for token in self._tokens if token.startswith(TOKEN_PREFIX)]

    def _unmet(self, restrictions: Iterable[Restriction]) -> list[Restriction]:
        return [restriction for restriction in restrictions if not self._meets(restriction)]

    def _meets(self, restriction: Restriction) -> bool:
        if restriction.type == PageViewRestriction.PASSWORD:
            known = self.unlocked.get(str(restriction.id))
            return known is not None and constant_time_compare(known.fingerprint, fingerprint(restriction.password))
        if restriction.type == PageViewRestriction.LOGIN:
            return bool(self._users)
        if restriction.type == PageViewRestriction.GROUPS:
            return any(user.is_superuser or user.groups.intersection(restriction.groups) for user in self._users)
        return False


def _user(token: str) -> User:
    hashes = APIToken.candidate_key_hashes(token)
    row = APIToken.objects.select_related("user").filter(key_hash__in=hashes, revoked_at=None).first()
    if row is None or not row.user.is_active:
        raise InvalidTokenError
    now = timezone.now()
    if row.last_used_at is None or row.last_used_at < now - NOTED_EVERY:
        APIToken.objects.filter(pk=row.pk).update(last_used_at=now)
    return User(row.user.is_superuser, set(row.user.groups.values_list("pk", flat=True)))
