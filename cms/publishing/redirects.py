"""The only home of how the addresses of redirects are written: one spelling of old paths, and targets as URIs.

A path is asked for in many spellings: with escapes or without, composed or decomposed, with a slash at its end or
several. A redirect's old path is stored in one of them, and whoever looks it up asks for that.
"""

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

from django.db.models.signals import pre_save
from django.utils.encoding import iri_to_uri, punycode, repercent_broken_unicode
from wagtail.contrib.redirects.models import Redirect

ORIGIN = re.compile(r"https?://(?P<place>[^/?#]*)", re.IGNORECASE)
LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
CONTROL = bytes([*range(0x20), 0x7F])
# Signs that mean something else where they are not escaped.
KEPT_IN_PATHS, KEPT_IN_QUERIES = CONTROL + b"%/?#\\", CONTROL + b"%&=#+"


def spell_old_paths() -> None:
    """Let Wagtail store old paths, and look for others like them, in the one spelling."""
    Redirect.normalise_path = staticmethod(lambda url, **_: spelled(url))
    pre_save.connect(_spell, sender=Redirect, dispatch_uid="cms.publishing.redirects")


def _spell(instance: Redirect, **kwargs: Any) -> None:
    instance.old_path = spelled(instance.old_path)


def spelled(path: str) -> str:
    """The one spelling of a path and its query, however a browser sends it or a person writes it."""
    text = path.strip()
    if origin := ORIGIN.match(text):
        text = text[origin.end() :]
    way, _, query = text.partition("#")[0].partition("?")
    parts: list[str] = []
    for part in map(str.strip, _letters(way.replace("\\", "/"), KEPT_IN_PATHS).split("/")):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    values = (_letters(value.replace("+", " "), KEPT_IN_QUERIES).strip() for value in query.split("&"))
    asked = "&".join(sorted(filter(None, values)))
    return "/" + "/".join(parts) + (f"?{asked}" if asked else "")


def _letters(text: str, kept: bytes) -> str:
    """Each escape as its letter, but those of signs that are `kept`, and those that are no text."""

    def letter(escape: re.Match[bytes]) -> bytes:
        sign = bytes.fromhex(escape[1].decode())
        return escape[0].upper() if sign in kept else sign

    decoded = ESCAPE.sub(letter, LONE_PERCENT.sub("%25", text).encode())
    return unicodedata.normalize("NFC", repercent_broken_unicode(decoded).decode())


def as_uri(address: str) -> str:
    """The address as a Location has it (RFC 3986); what is escaped already stays. Raise ValueError where it is none."""
    place = urlsplit(address).netloc
    if not place.isascii():
        user, at, host_and_port = place.rpartition("@")
        host, colon, port = host_and_port.partition(":")
        address = address.replace(place, f"{user}{at}{punycode(host)}{colon}{port}", 1)
    return iri_to_uri(LONE_PERCENT.sub("%25", address))
