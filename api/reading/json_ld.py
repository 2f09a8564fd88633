"""The only home of pages in the words of schema.org, as JSON-LD.

A case is an Article: search engines know the type, and it has the properties that a case needs (spatialCoverage,
temporalCoverage, funder). Project would fit the name, but is a kind of Organization in schema.org and has none of them.
People are left out: nobody published their contacts to be harvested with the page.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from api.reading import cases, page_types
from api.reading.cases import Partner, Point
from api.reading.languages import origin
from api.reading.page import ReadPage
from api.reading.site_settings import site_identity

Thing = dict[str, Any]

IMAGE_WIDTH = 1200  # what search engines ask for at least


def graph(page: ReadPage) -> Thing:
    """The page with the site that it is on."""
    things = [*_site(page), DESCRIBED.get(page.type, web_page)(page), *_breadcrumbs(page)]
    return {"@context": "https://schema.org", "@graph": things}


def web_page(page: ReadPage) -> Thing:
    """What every page says of itself. A fallback says it under its original's address."""
    image = page.card_image()
    return _filled(
        {
            "@type": "WebPage",
            "@id": page.canonical_url,
            "url": page.canonical_url,
            "name": page.row.title,
            "description": page.text("search_description") or page.text("ingress"),
            "inLanguage": page.row.locale,
            "isPartOf": {"@id": _website_id(page)},
            "datePublished": _moment(page.row.first_published_at),
            "dateModified": _moment(page.row.last_published_at),
            "image": image and image.read.sized(IMAGE_WIDTH, "original", "jpeg").url,
        }
    )


def article(page: ReadPage) -> Thing:
    """An article bears the editor's date, where there is one."""
    organization = {"@id": _organization_id(page)}
    own = {
        "@type": "Article",
        "headline": page.row.title,
        "datePublished": page.text("date"),
        "author": organization,
        "publisher": organization,
    }
    return {**web_page(page), **_filled(own)}


def case(page: ReadPage) -> Thing:
    partners = cases.partners(page)
    places = [
        _place(cases.middle(found), cases.name_of(found, page.reader.language_of(found.name)))
        for found in cases.municipalities(page)
    ]
    goals = [goal.title.get(page.reader.language_of(goal.title), "") for goal in cases.goals(page)]
    own = {
        "about": [{"@type": "Thing", "name": goal} for goal in goals],
        "spatialCoverage": [*places, *(_place(location) for location in cases.locations(page))],
        "temporalCoverage": _period(page.text("start_date"), page.text("end_date")),
        "funder": [_organization(partner) for partner in partners if partner.role == "funder"],
        "contributor": [_organization(partner) for partner in partners if partner.role != "funder"],
    }
    return {**article(page), **_filled(own)}


DESCRIBED: Mapping[str, Callable[[ReadPage], Thing]] = {page_types.CASE: case, page_types.ARTICLE: article}


def _site(page: ReadPage) -> list[Thing]:
    identity = site_identity(page.references)
    organization = {
        "@type": "Organization",
        "@id": _organization_id(page),
        "name": identity.organisation or identity.name,
        "url": f"{origin(page.row)}/",
        "sameAs": identity.profiles,
    }
    website = {
        "@type": "WebSite",
        "@id": _website_id(page),
        "name": identity.name,
        "url": origin(page.row) + page.reader.home_path,
        "inLanguage": page.reader.locale,
        "publisher": {"@id": _organization_id(page)},
    }
    return [_filled(organization), _filled(website)]


def _breadcrumbs(page: ReadPage) -> list[Thing]:
    """None for a home page, which has nothing above it."""
    above = [(version.title, page.reader.url(version)) for version in page.breadcrumbs()]
    if not above:
        return []
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate([*above, (page.row.title, page.canonical_url)], start=1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _organization(partner: Partner) -> Thing:
    organisation = partner.organisation
    return _filled({"@type": "Organization", "name": organisation.text("name"), "url": organisation.text("website")})


def _place(location: Point | None, name: str = "") -> Thing:
    geo = location and {
        "@type": "GeoCoordinates",
        "latitude": location.latitude,
        "longitude": location.longitude,
    }
    return _filled({"@type": "Place", "name": name, "geo": geo})


def _period(start: str, end: str) -> str:
    """ISO 8601's way of writing a period, with two dots for an end or start that is not known."""
    return f"{start or '..'}/{end or '..'}" if start or end else ""


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _organization_id(page: ReadPage) -> str:
    return f"{origin(page.row)}/#organization"


def _website_id(page: ReadPage) -> str:
    return f"{origin(page.row)}{page.reader.home_path}#website"


def _filled(thing: Thing) -> Thing:
    """Without what is not known: JSON-LD has no empty values."""
    return {name: value for name, value in thing.items() if value}
