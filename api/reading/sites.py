"""The only home of which site is read: the one that is asked for, else the one whose frontend asks, else the default.

A site of Wagtail's is a frontend: its host name and port are the frontend's. The default site's origin is a setting.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL
from django.http import HttpRequest
from wagtail.models import Site

from api.client_errors import BadInputError
from api.reading.sql import Sql, load

SECURE_PORT, USUAL_PORT = 443, 80
MOST_CANDIDATES = 2  # the origin that asks, and the host that is asked


@dataclass(frozen=True)
class SiteChoice:
    """The frontends that a request may come from, the likeliest first, each as host name and port.

    Where none of them is a site, the default site is read.
    """

    candidates: tuple[tuple[str, int], ...] = ()


def the_site(choice: SiteChoice) -> Sql:
    """The id of the site; in every statement, so that it is found in the one that reads its pages."""
    none = [("", 0)] * (MOST_CANDIDATES - len(choice.candidates))
    values = [value for candidate in (*choice.candidates, *none) for value in candidate]
    return load("site", **{f"site_{number}": value for number, value in enumerate(values)})


def site_id(choice: SiteChoice) -> RawSQL:
    """The same in a query of Django's."""
    return the_site(choice).as_expression(BigIntegerField())


def frontend_origin() -> str:
    """The origin of the default site's frontend."""
    return settings.FRONTEND_ORIGIN.rstrip("/")


def site_origin(choice: SiteChoice) -> str:
    """The origin of the frontend of a site, whether or not it has pages."""
    site = Site.objects.filter(pk=site_id(choice)).first()
    return frontend_origin() if site is None or site.is_default_site else site.root_url


def asking_site(request: HttpRequest) -> SiteChoice:
    """What the request tells of the frontend: a browser sends its origin, a proxy passes on its host."""
    hosts = [request.headers.get("Origin", ""), f"{request.scheme}://{request.get_host()}"]
    candidates = [place for host in hosts if (place := _host_and_port(host))]
    return SiteChoice(tuple(candidates))


def site_of(origin: str) -> SiteChoice:
    """The site of a row's `origin`, which is empty for the default site."""
    place = _host_and_port(origin)
    return SiteChoice((place,) if place else ())


def named_site(name: str) -> SiteChoice:
    """The site of this host name, with its port where several have the name. Raise BadInputError where none has."""
    places = [(place.hostname, place.port) for place in Site.objects.only("hostname", "port")]
    found = [(host, port) for host, port in places if name.lower() in (host.lower(), f"{host}:{port}".lower())]
    if len(found) != 1:
        problem = "No site is called" if not found else "Give the port too: several sites are called"
        raise BadInputError(f"{problem} {name!r}. `site` is the host name of a site's frontend.")
    return SiteChoice((found[0],))


def _host_and_port(origin: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(origin)
        port = parts.port or (SECURE_PORT if parts.scheme == "https" else USUAL_PORT)
    except ValueError:
        return None
    return (parts.hostname, port) if parts.hostname else None
