"""The only home of the redirects that editors make, and of the steps of a chain of them."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

from api.reading.routes.paths import SitePath
from cms.publishing.redirects import ORIGIN, as_uri

MOST_STEPS = 10
INVISIBLE = re.compile(r"[\x00-\x1f\x7f]")


class ManualRedirect(NamedTuple):
    """A redirect as an editor made it: to a page (of this key, chosen in this language) or to an address."""

    old_path: str
    permanent: bool
    link: str
    origin: str
    key: str
    language: str

    @property
    def own_path(self) -> str | None:
        """The path that the address is on the site itself, with query and fragment; None where it is elsewhere."""
        link = self._address
        if link.startswith("/") and not link.startswith("//"):
            return link
        origin, own = ORIGIN.match(link), ORIGIN.match(self.origin or settings.FRONTEND_ORIGIN)
        if origin and own and origin["place"].lower() == own["place"].lower():
            return "/" + link[origin.end() :].lstrip("/")
        return None

    @property
    def external_link(self) -> str:
        """An address on another site, which a browser may be sent to; else empty."""
        origin = ORIGIN.match(self._address)
        if not (origin and origin["place"]) or self.own_path is not None:
            return ""
        try:
            return as_uri(self._address)
        except ValueError:
            return ""

    @property
    def _address(self) -> str:
        """Empty where it has signs that browsers leave out of addresses."""
        return "" if INVISIBLE.search(self.link) else self.link.strip()


Redirects = Mapping[str, ManualRedirect]  # by old path


class Step(NamedTuple):
    """Where one redirect leads: to a page, to an address of the site itself, or to another site."""

    permanent: bool
    key: str = ""
    language: str = ""
    path: SitePath | None = None
    own_address: str = ""  # the path with its query and fragment
    external: str = ""

    @property
    def suffix(self) -> str:
        """What follows the path."""
        return urlsplit(self.own_address)._replace(path="").geturl()


def _find(path: SitePath, redirects: Redirects) -> ManualRedirect | None:
    return next((redirects[form] for form in path.old_paths if form in redirects), None)


def steps_from(path: SitePath, redirects: Redirects) -> list[Step]:
    """The steps that redirects lead in from a path; none where they are a circle, or too many."""
    steps: list[Step] = []
    seen: set[str] = set()
    redirect = _find(path, redirects)
    while redirect is not None:
        if redirect.old_path in seen or len(steps) == MOST_STEPS:
            return []
        seen.add(redirect.old_path)
        step, following = _step(redirect, redirects)
        steps.append(step)
        redirect = following
    return steps


def _step(redirect: ManualRedirect, redirects: Redirects) -> tuple[Step, ManualRedirect | None]:
    if redirect.key:
        return Step(redirect.permanent, key=redirect.key, language=redirect.language), None
    own_path = redirect.own_path
    if own_path is None:
        return Step(redirect.permanent, external=redirect.external_link), None
    path = SitePath.parse(own_path)
    return Step(redirect.permanent, path=path, own_address=as_uri(own_path)), _find(path, redirects)
