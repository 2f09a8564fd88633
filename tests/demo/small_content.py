"""The only home of a demo small enough to load in a moment: one of each kind of page, in the format of the real one."""

import io
from copy import deepcopy
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml
from django.core.management import call_command

from cms.demo import content

Files = dict[str, dict[str, Any]]
LANGUAGES = ["en", "fi"]


def in_both(text: str) -> dict[str, str]:
    return {"en": text, "fi": f"{text} suomeksi"}


def html(inner: str) -> dict[str, str]:
    return {"en": f"<p>{inner}</p>", "fi": f"<p>{inner} suomeksi</p>"}


def page(slug: str, **more: Any) -> dict[str, Any]:
    return {
        "languages": LANGUAGES,
        "title": in_both(slug.title()),
        "slug": {"en": slug, "fi": f"{slug}-fi"},
        "first_published": "2021-05-17",
        "ingress": in_both(f"About {slug}"),
        **more,
    }


def picture(motif: str) -> dict[str, Any]:
    return {"motif": motif, "alt": in_both(f"Drawing of a {motif}")}


FIGURE = {"value": {"en": "1,100", "fi": "1 100"}, "unit": "m³", "caption": in_both("of water"), "as_of": "2024",
          "source_url": "https://example.org/"}  # fmt: skip
BODY = [
    {"heading": {"text": in_both("Heading"), "level": 2}},
    {"paragraph": {"en": '<p>See <a page="old">the\n past</a>.</p> <ul><li>One</li></ul>',
                   "fi": '<p>Katso <a page="old">menneisyyttä</a>.</p><ul><li>Yksi</li></ul>'}},
    {"image": {**picture("heat"), "caption": in_both("Caption")}},
    {"image": {"motif": "solar", "decorative": True}},
    {"quote": {"quote": in_both("A quote"), "speaker": "Aino Sanoja", "role": in_both("Engineer")}},
    {"key_figures": [FIGURE]},
    {"call_to_action": {"label": in_both("Read"), "page": "old"}},
    {"call_to_action": {"label": in_both("Visit"), "url": "https://example.org/"}},
    {"case_cards": {"heading": in_both("Cases"), "cases": ["well"]}},
    {"video": {"title": in_both("Film"), "url": "https://vimeo.com/123456", "spoken_lang": "fi",
               "transcript": html("What is said")}},
    {"download": {"document": {"title": in_both("Leaflet")}, "caption": in_both("One page")}},
    {"accordion": [{"summary": in_both("Why?"), "details": html("Because")}]},
    {"contacts": ["guide"]},
    {"table": {"caption": in_both("Table"), "header": [in_both("Where"), in_both("When")], "row_headers": True,
               "rows": [["SOHJOA", in_both("In spring")], ["FABULOS", in_both("In spring")]]}},
]  # fmt: skip


def small_content() -> Files:
    """The files' data by their names."""
    priority = {
        "code": "water", "title": in_both("Water"), "slug": {"en": "water", "fi": "vesi"}, "label": in_both("Water"),
        "color": "#1B7F5C", "ingress": in_both("Clean"), "contacts": ["guide"], "body": [],
        "focus_areas": [{"code": "wells", "name": in_both("Wells"), "text": in_both("Deep")}],
    }  # fmt: skip
    strategy = {"start_year": 2020, "main_theme": in_both("Theme"), "main_theme_text": html("Text"), "body": []}
    files = {
        "pages/home": page("home", hero_image=picture("region"), featured_cases=["well"], body=[]),
        "pages/cases": page("cases"),
        "pages/articles": page("articles"),
        "pages/privacy": page("privacy", body=[]),
        "strategies/new": page("new", **strategy, predecessor="old", priorities=[priority]),
        "strategies/old": page("old", **{**strategy, "start_year": 2014, "end_year": 2020}, priorities=[]),
        "cases/well": page(
            "well", lead_image=picture("cavern"), priorities=["water"], focus_areas=["wells"], goals=[6],
            municipalities=["092"], status="ongoing", start_date="2020-05",
            locations=[{"latitude": 60.2, "longitude": 25.1}], partners=[{"organisation": "works", "role": "lead"}],
            contacts=["guide"], key_figures=[FIGURE],
            funding=[{"programme": in_both("ERDF"), "amount": "1200.00", "currency": "EUR", "project_code": "",
                      "statement": in_both("Paid")}],
            links=[{"title": in_both("Link"), "url": "https://example.org/"}], related=["well"], body=BODY,
            later={"ingress": "Written anew"},
        ),
        "articles/news": page(
            "news", date="2021", lead_image=picture("document"), priorities=["water"], contacts=["guide"],
            related=["news"], body=[],
        ),
        "people/guide": {"languages": LANGUAGES, "name": "Aino Opas", "job_title": in_both("Guide"),
                         "email": "guide@example.org", "phone": "1", "responsibilities": in_both("Guiding")},
        "organisations/works": {"name": in_both("Works"), "website": "https://example.org/", "sector": "public"},
        "site": {
            "languages": LANGUAGES, "organisation": in_both("Region"), "site_name": in_both("Small region"),
            "contact_email": "region@example.org", "footer_text": html("Footer"), "alerts": [html("Alert")],
            "social_links": [{"title": "LinkedIn", "url": "https://example.org/"}], "accessibility_page": "privacy",
            "privacy_page": "privacy", "footer": [{"label": in_both("Out"), "url": "https://example.org/"}],
            "header": [{"label": in_both("Cases"), "page": "cases",
                        "children": [{"label": in_both("Well"), "page": "well"}]}],
        },
    }  # fmt: skip
    return deepcopy(files)


def write(folder: Path, files: Files) -> None:
    for name, data in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def load(folder: Path, files: Files, *options: str) -> str:
    """Write the files and load them; what the command says."""
    write(folder, files)
    output = io.StringIO()
    with patch.object(content, "FOLDER", folder):
        call_command("load_demo", "--image-width=160", *options, stdout=output)
    return output.getvalue()
