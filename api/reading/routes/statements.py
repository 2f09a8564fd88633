"""The only home of the SQL of routes: files beside this one, with named parameters and without names of tables."""

from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site

from api.sites import SiteChoice, choose_site, site_params
from cms.publishing.models import PathHistory, PublishedPage, RestrictedPage
from cms.publishing.view import ORIGIN

TABLES = {
    "group": PageViewRestriction.groups.through,
    "history": PathHistory,
    "locale": Locale,
    "page": Page,
    "public": PublishedPage,
    "redirect": Redirect,
    "restricted": RestrictedPage,
    "restriction": PageViewRestriction,
    "site": Site,
}


def rows_of(statement: str, site: SiteChoice, params: dict[str, Any]) -> list[tuple[Any, ...]]:
    """What a statement of this folder finds on a site."""
    with connection.cursor() as cursor:
        cursor.execute(_text(statement), {**params, **_named(site)})
        return cursor.fetchall()


@cache
def _text(statement: str) -> str:
    tables = {name: model._meta.db_table for name, model in TABLES.items()}
    chosen = choose_site % tuple(f"%({name})s" for name in _named(SiteChoice()))
    text = Path(__file__).with_name(f"{statement}.sql").read_text()
    return text.format(**tables, choose_site=chosen, origin=ORIGIN)


def _named(site: SiteChoice) -> dict[str, str | int]:
    return {f"site_{number}": value for number, value in enumerate(site_params(site))}
