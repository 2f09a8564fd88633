"""The only home of what lives as long as one request."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponse
from strawberry.types import Info

from api.locales import LocaleCode, Reader
from api.references import References


@dataclass
class Context:
    request: HttpRequest
    response: HttpResponse
    known: dict[Reader, References] = field(default_factory=dict)

    def references(self, locale: LocaleCode | str) -> References:
        """The references of a reader of this language: the same ones for all fields of the request."""
        code = locale if isinstance(locale, str) else locale.value
        reader = Reader(locale=code, origin=settings.FRONTEND_ORIGIN.rstrip("/"))
        return self.known.setdefault(reader, References(reader))


ApiInfo = Info[Context, None]
