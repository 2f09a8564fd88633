"""The only home of which videos a page can show, and of every spelling of their addresses that people paste.

The services' share buttons, address bars, apps and embed codes each write the address of one video in another way; all
of them are read as the same video, with the moment where it was shared from and the key of one that is not listed.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

YOUTUBE_ID = re.compile(r"(?!videoseries$|live_stream$)[A-Za-z0-9_-]{11}")  # those two are players of something else
VIMEO_ID = re.compile(r"[0-9]{1,15}")
VIMEO_KEY = re.compile(r"[0-9a-zA-Z]{6,40}")
IFRAME = re.compile(r"<iframe\b[^>]*?\ssrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff]")  # comes along when a text is copied
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
MOMENT = re.compile(r"(?:(?P<h>\d{1,3})h)?(?:(?P<m>\d{1,4})m)?(?:(?P<s>\d{1,6})s?)?", re.ASCII)

YOUTUBE_HOSTS = {"youtube.com", "youtube-nocookie.com", "youtu.be"}
VIMEO_HOSTS = {"vimeo.com", "player.vimeo.com"}
SERVICES = {
    **dict.fromkeys(YOUTUBE_HOSTS, "YouTube"),
    **dict.fromkeys(VIMEO_HOSTS, "Vimeo"),
}


class Video(NamedTuple):
    provider: str  # youtube or vimeo
    id: str
    key: str = ""  # what opens a video of Vimeo that is not listed
    start: int = 0  # seconds

    @property
    def page(self) -> str:
        """The address of the video's page, spelt in one way."""
        if self.provider == "youtube":
            return f"https://www.youtube.com/watch?v={self.id}" + (f"&t={self.start}s" if self.start else "")
        return f"https://vimeo.com/{self.id}" + (f"/{self.key}" if self.key else "") + self._fragment

    @property
    def player(self) -> str:
        """The address of the player that sets the fewest cookies."""
        if self.provider == "youtube":
            return f"https://www.youtube-nocookie.com/embed/{self.id}" + (f"?start={self.start}" if self.start else "")
        key = f"h={quote(self.key)}&" if self.key else ""
        return f"https://player.vimeo.com/video/{self.id}?{key}dnt=1{self._fragment}"

    @property
    def _fragment(self) -> str:
        return f"#t={self.start}s" if self.start else ""


def read_video(text: str) -> Video | None:
    """The video that an address or an embed code leads to, or None where it leads to none."""
    address = address_of(text)
    read = READERS.get(host_of(address)) if address else None
    return read(address) if address and read else None


def address_of(text: str) -> SplitResult | None:
    """The web address in what a person pasted: with or without a scheme, or in an embed code."""
    if iframe := IFRAME.search(text):
        text = unescape(iframe[1])
    text = INVISIBLE.sub("", text).strip(" \t\r\n\xa0<>").removeprefix("//")
    try:
        address = urlsplit(text if SCHEME.match(text) else f"https://{text}")
    except ValueError:
        return None
    return address if address.scheme in ("http", "https") and address.hostname else None


def host_of(address: SplitResult) -> str:
    """The host, without what only says for which kind of screen it is."""
    return re.sub(r"^(www|m|music)\.", "", (address.hostname or "").rstrip("."))


def _youtube(address: SplitResult) -> Video | None:
    match address.path.strip("/").split("/"):
        case ["watch"] | [""] if host_of(address) != "youtu.be":
            identifier = _parameter(address, "v")
        case [("watch" | "shorts" | "live" | "embed" | "v" | "e"), identifier] if host_of(address) != "youtu.be":
            pass
        case [identifier] if host_of(address) == "youtu.be":
            pass
        case _:
            return None
    return Video("youtube", identifier, start=_start(address)) if YOUTUBE_ID.fullmatch(identifier) else None


def _vimeo(address: SplitResult) -> Video | None:
    key = _parameter(address, "h")
    match address.path.strip("/").split("/"):
        case [identifier] | ["video", identifier] | ["ondemand" | "channels", _, identifier]:
            pass
        case ["showcase" | "album", _] if identifier := _parameter(address, "video"):
            pass
        case ["groups", _, "videos", identifier] | ["showcase" | "album", _, "video", identifier]:
            pass
        case [identifier, key] | ["manage", "videos", identifier, key] if VIMEO_KEY.fullmatch(key):
            pass
        case ["manage", "videos", identifier]:
            pass
        case _:
            return None
    if not VIMEO_ID.fullmatch(identifier):
        return None
    return Video("vimeo", identifier, key if VIMEO_KEY.fullmatch(key) else "", _start(address))


READERS: dict[str, Callable[[SplitResult], Video | None]] = {
    **dict.fromkeys(YOUTUBE_HOSTS, _youtube),
    **dict.fromkeys(VIMEO_HOSTS, _vimeo),
}


def _parameter(address: SplitResult, name: str) -> str:
    return parse_qs(address.query).get(name, [""])[0].strip()


def _start(address: SplitResult) -> int:
    """The second that was shared: t=90, t=90s, t=1m30s or start=90, in the query or behind the #."""
    told = {**parse_qs(address.fragment), **parse_qs(address.query)}
    moment = MOMENT.fullmatch((told.get("t") or told.get("start") or [""])[0])
    if moment is None:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in moment.groups())
    return hours * 3600 + minutes * 60 + seconds
