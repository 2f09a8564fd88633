"""The only home of the locale rule: which version of a thing a reader gets.

A reader gets the version in the language asked for, else the first of that language's fallbacks that is published,
else nothing. The rule is the same for pages, for what they refer to, and for lists.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.functional import cached_property

from api.reading.sites import SiteChoice, frontend_origin, site_id, the_site
from api.reading.sql import Sql, sql
from cms.publishing.beside import beside
from cms.publishing.models import PublishedPage
from cms.publishing.public_index import NOW_SHOWN, IndexRows, now_shown


def languages() -> list[str]:
    """The languages of the site, in its order."""
    return [code for code, _ in settings.LANGUAGES]


def fallbacks(locale: str) -> list[str]:
    """The languages that stand in where there is no version in `locale`, the best first."""
    declared: Mapping[str, list[str]] = settings.LOCALE_FALLBACKS
    return declared.get(locale, [])


class Placed(Protocol):
    """What says where a version of a page is: its row, or what a link knows of it."""

    @property
    def translation_key(self) -> UUID | str: ...
    @property
    def locale(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def taken_in(self) -> Sequence[str]: ...


class OnSite(Placed, Protocol):
    """What says on which site it is, too."""

    @property
    def origin(self) -> str: ...


def origin(page: OnSite) -> str:
    """The origin of the frontend of the page's site."""
    return page.origin or frontend_origin()


def default_chain() -> list[str]:
    """The languages of a reader who asked for none, the best first."""
    return [settings.LANGUAGE_CODE, *fallbacks(settings.LANGUAGE_CODE)]


@dataclass(frozen=True)
class Reader:
    """In which language somebody reads, and on which site. What belongs together is as one reader sees it."""

    locale: str
    site: SiteChoice

    @cached_property
    def chain(self) -> list[str]:
        """The languages that the reader may get, the best first."""
        return [self.locale, *fallbacks(self.locale)]

    def in_language(self, locale: str) -> "Reader":
        return replace(self, locale=locale)

    @property
    def home_path(self) -> str:
        return f"/{self.locale}/"

    def path(self, page: Placed) -> str:
        """Where on the frontend's site the reader finds this version: at its path, else beside it."""
        below = beside(page.path, page.translation_key) if self.finds_another(page) else page.path
        return self.home_path + below

    def finds_another(self, page: Placed) -> bool:
        """Whether another page comes before this version at its path, for this reader."""
        if not page.taken_in:
            return False
        nearer = self.chain[: self.chain.index(page.locale) + 1] if page.locale in self.chain else []
        return not set(nearer).isdisjoint(page.taken_in)

    def language_of(self, texts: Mapping[str, str]) -> str:
        """The language of the text that the reader gets of texts in several."""
        return next((code for code in [*self.chain, *texts] if texts.get(code)), self.locale)

    def url(self, page: OnSite) -> str:
        """The absolute address on the frontend of the page's site."""
        return origin(page) + self.path(page)


Thing = TypeVar("Thing")

# The ids are found first, and then looked up in the view of public pages.
_BEST_OF = """
    publishing_publishedpage.id = ANY (ARRAY(
        SELECT found.page_id FROM publishing_publicindex AS found
        WHERE found.site_id = {site} AND found.reader = %(reader)s AND {now_shown} AND {where}
    ))
"""
_SHOWN = """
    publishing_publishedpage.id = ANY (ARRAY({ids})) AND publishing_publishedpage.locale = ANY (%(chain)s)
"""


def best(versions: Iterable[tuple[str, Thing]], reader: Reader) -> Thing | None:
    """Of (language, version), the version that the reader gets."""
    by_language = dict(versions)
    return next((by_language[code] for code in reader.chain if code in by_language), None)


def published(reader: Reader) -> QuerySet[PublishedPage]:
    """All published pages of the reader's site, in every language."""
    return PublishedPage.objects.filter(site_id=site_id(reader.site))


def shown(reader: Reader, ids: Sql) -> QuerySet[PublishedPage]:
    """Of the rows with these ids, which the index gave, what is public in a language that the reader may get."""
    these = sql(_SHOWN, ids=ids, chain=reader.chain)
    return published(reader).filter(these.as_condition())


def rank_by(reader: Reader, language: str) -> Case:
    """How far down the reader's chain the language of a row is that a field says: 0 is the language asked for."""
    steps = [When(**{language: code}, then=Value(step)) for step, code in enumerate(reader.chain)]
    return Case(*steps, output_field=IntegerField())


def best_versions(reader: Reader, *, fallback: bool = True) -> IndexRows:
    """Of every page the one version that the reader gets, as the public index has it: to find, not to show.

    Without `fallback`, only pages that have a version in the reader's language.
    """
    return _best_versions(reader, fallback=fallback).all()


@lru_cache(maxsize=64)
def _best_versions(reader: Reader, *, fallback: bool) -> IndexRows:
    """Kept, as lists are asked in its words again and again; and never evaluated."""
    return now_shown(reader.locale, site_id(reader.site), fallback=fallback)


def best_of(reader: Reader, where: Sql) -> Sql:
    """The condition on a row of the view that it is the version that the reader gets of a page.

    `where` says of which pages, on a row of the index that is called `found`.
    """
    return sql(_BEST_OF, site=the_site(reader.site), reader=reader.locale, now_shown=Sql(NOW_SHOWN), where=where)
