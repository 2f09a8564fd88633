"""The only home of where a request comes from, as far as that can be believed."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "0.0.0.0"  # noqa: S104  # nothing listens here: it stands for all clients without an address


def client_address(request: HttpRequest) -> str:
    """What the outermost of our own proxies saw; anything before that in X-Forwarded-For is made up by the client."""
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    ours: int = settings.TRUSTED_PROXY_COUNT
    address = forwarded[-ours].strip() if 0 < ours <= len(forwarded) else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(address.partition("%")[0]))
    except ValueError:
        return NOWHERE
