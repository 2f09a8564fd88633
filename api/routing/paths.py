"""The only home of how a path on a frontend's site is read."""

from dataclasses import dataclass
from urllib.parse import unquote

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect


@dataclass(frozen=True)
class SitePath:
    """A visitor's path, taken apart: /fi/esimerkit/varanto/ is `fi` and `esimerkit/varanto/`."""

    prefix: str
    below_prefix: str

    @classmethod
    def parse(cls, path: str) -> "SitePath":
        """Take apart a path as browsers send it (%C3%A4) or show it (ä); a query or fragment is left out."""
        bare = unquote(path.partition("?")[0].partition("#")[0])
        prefix, _, rest = bare.strip("/").partition("/")
        return cls(prefix, f"{rest}/" if rest else "")

    def __str__(self) -> str:
        return f"/{self.prefix}/{self.below_prefix}" if self.prefix else "/"

    @property
    def locale(self) -> str | None:
        return self.prefix if self.prefix in dict(settings.LANGUAGES) else None


def redirect_paths(path: str) -> list[str]:
    """The forms in which a redirect from `path` may be stored, the closest first: with its query or without."""
    whole = "/" + path.partition("#")[0].strip().lstrip("/")
    forms = [(part, decode) for part in (whole, whole.partition("?")[0]) for decode in (True, False)]
    return list(dict.fromkeys(Redirect.normalise_path(part, decode_unicode=decode) for part, decode in forms))
