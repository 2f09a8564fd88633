"""The only home of what people, organisations and the site's menus and texts take from their files."""

from typing import Any

from django.db import models
from wagtail.models import Site

from cases.models import Organisation, Person
from cms.demo.blocks import References, stream
from cms.demo.content import Entry
from home.models import SiteSettings

MODELS: dict[str, type[models.Model]] = {"people": Person, "organisations": Organisation, "site": SiteSettings}


def fields(entry: Entry, language: str, references: References) -> dict[str, Any]:
    data = entry.in_language(language)
    del data["languages"]
    if entry.kind != "site":
        return data
    return {
        "site_id": Site.objects.get(is_default_site=True).pk,
        "site_name": data["site_name"],
        "organisation": data["organisation"],
        "contact_email": data["contact_email"],
        "social_links": stream(entry, "social_links", [("link", link) for link in data["social_links"]], references),
        "footer_text": references.html(data["footer_text"]),
        "alerts": stream(entry, "alerts", [("alert", html) for html in data["alerts"]], references),
        "accessibility_page_id": references.pages[data["accessibility_page"]],
        "privacy_page_id": references.pages[data["privacy_page"]],
        "header": stream(entry, "header", [("item", item) for item in data["header"]], references),
        "footer": stream(entry, "footer", [("item", item) for item in data["footer"]], references),
    }
