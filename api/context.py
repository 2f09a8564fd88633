"""The only home of what lives as long as one request."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.http.response import HttpResponse
from django.utils.functional import cached_property
from strawberry.types import Info

from api.locale_code import LocaleCode
from api.reading.languages import Reader
from api.reading.private.access import Access
from api.reading.references import References
from api.reading.sites import SiteChoice, asking_site, named_site
from api.revalidation import kept_private


@dataclass
class Context:
    request: HttpRequest
    response: HttpResponse
    known: dict[Reader, References] = field(default_factory=dict)
    sites: dict[str, SiteChoice] = field(default_factory=dict)
    fields: frozenset[str] = frozenset()  # names of all that the operation asks below root fields

    def references(self, locale: LocaleCode | str, site: str | None = None) -> References:
        """The references of a reader of this language and site: the same ones for all fields of the request.

        Raise BadInputError where no site is called `site`.
        """
        code = locale if isinstance(locale, str) else locale.value
        return self.references_of(Reader(locale=code, site=self.site(site)))

    def references_of(self, reader: Reader) -> References:
        return self.known.setdefault(reader, References(reader, self.fields))

    def site(self, name: str | None) -> SiteChoice:
        """The site of this name; without one, the site that asks. Raise BadInputError where none is called so."""
        if name is None:
            return self.asking_site
        if name not in self.sites:
            self.sites[name] = named_site(name)
        return self.sites[name]

    def keep_private(self) -> None:
        """The answer is for whoever asked, and for nobody else."""
        kept_private(self.response)

    @cached_property
    def access(self) -> Access:
        return Access(self.request.headers.get("Authorization", ""))

    @cached_property
    def asking_site(self) -> SiteChoice:
        return asking_site(self.request)


ApiInfo = Info[Context, None]
