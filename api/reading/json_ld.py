"""The only home of pages in the words of schema.org, as JSON-LD.

A case is an Article: search engines know the type, and it has the properties that a case needs (spatialCoverage,
temporalCoverage, funder). Project would fit the name, but is a kind of Organization in schema.org and has none of them.
People are left out: nobody published their contacts to be harvested with the page.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from api.reading.languages import origin
from api.reading.site_identity import site_identity
from api.types.images import AspectRatio, ImageFormat

if TYPE_CHECKING:
    from api.types.cases import CasePage, Partner
    from api.types.page import Page
    from api.types.reference_data import Coordinates

Thing = dict[str, Any]

IMAGE_WIDTH = 1200  # what search engines ask for at least


def graph(page: "Page") -> Thing:
    """The page with the site that it is on."""
    things = [*_site(page), page.described(), *_breadcrumbs(page)]
    return {"@context": "https://schema.org", "@graph": things}


def web_page(page: "Page") -> Thing:
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
            "image": image and image.rendition(IMAGE_WIDTH, AspectRatio.original, ImageFormat.jpeg).url,
        }
    )


def article(page: "Page") -> Thing:
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


def case(page: "CasePage") -> Thing:
    partners: list[Partner] = page.partners()
    places = [_place(municipality.location, municipality.name) for municipality in page.municipalities()]
    own = {
        "about": [{"@type": "Thing", "name": goal.title} for goal in page.goals()],
        "spatialCoverage": [*places, *(_place(location) for location in page.locations())],
        "temporalCoverage": _period(page.text("start_date"), page.text("end_date")),
        "funder": [_organization(partner) for partner in partners if partner.role.name == "funder"],
        "contributor": [_organization(partner) for partner in partners if partner.role.name != "funder"],
    }
    return {**article(page), **_filled(own)}


def _site(page: "Page") -> list[Thing]:
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
        "url": origin(page.row) + page.references.reader.home_path,
        "inLanguage": page.references.reader.locale,
        "publisher": {"@id": _organization_id(page)},
    }
    return [_filled(organization), _filled(website)]


def _breadcrumbs(page: "Page") -> list[Thing]:
    """None for a home page, which has nothing above it."""
    above = [(link.title, link.url) for link in page.breadcrumbs()]
    if not above:
        return []
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate([*above, (page.row.title, page.canonical_url)], start=1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _organization(partner: "Partner") -> Thing:
    organisation = partner.organisation.source
    return _filled({"@type": "Organization", "name": organisation.name, "url": organisation.website})


def _place(location: "Coordinates | None", name: str = "") -> Thing:
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


def _organization_id(page: "Page") -> str:
    return f"{origin(page.row)}/#organization"


def _website_id(page: "Page") -> str:
    return f"{origin(page.row)}{page.references.reader.home_path}#website"


def _filled(thing: Thing) -> Thing:
    """Without what is not known: JSON-LD has no empty values."""
    return {name: value for name, value in thing.items() if value}
