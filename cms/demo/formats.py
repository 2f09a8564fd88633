"""The only home of what each of the demo's files may hold: the format that content/README.md describes."""

from typing import Any

from cases.models import CasePage, CasePartner, Goal, Municipality, Organisation
from cms.demo.content import PAGE_KINDS, Content
from cms.demo.illustrations import MOTIFS
from cms.demo.shapes import (
    Place,
    Shape,
    amount,
    check,
    code,
    day,
    flag,
    html,
    number,
    one_of,
    partial_day,
    plain,
    slug,
    text,
    text_or_name,
)


def check_content(content: Content) -> None:
    """Raise ContentError where a file is not what the format says."""
    codes: dict[str, frozenset[object]] = {kind: frozenset(entries) for kind, entries in content.entries.items()}
    codes["all pages"] = frozenset().union(*(codes[kind] for kind in PAGE_KINDS))
    codes["goals"] = frozenset(Goal.objects.values_list("pk", flat=True))
    codes["municipalities"] = frozenset(Municipality.objects.values_list("pk", flat=True))
    for entry in content.all():
        shape = FORMATS[entry.kind]
        check(Place(entry, codes), entry.data, SPECIAL_PAGES.get(entry.code, shape) if entry.kind == "pages" else shape)


def block(place: Place, value: Any) -> None:
    if not isinstance(value, dict) or len(value) != 1:
        raise place.error("must be one block: a mapping with one key.")
    ((name, inner),) = value.items()
    if name not in BLOCKS:
        raise place.inside(f".{name}").error(f"is no block. Known are {', '.join(sorted(BLOCKS))}.")
    check(place.inside(f".{name}"), inner, BLOCKS[name])


def link(place: Place, value: Any) -> None:
    shape = {"label": text, "page": code("all pages")} if "page" in value else {"label": text, "url": plain}
    check(place, {key: item for key, item in value.items() if key != "children"}, shape)
    check(place.inside(".children"), value.get("children", []), [link])


IMAGE = {"motif": one_of(*MOTIFS), "alt": text}
KEY_FIGURE = {"value": text_or_name, "unit": text_or_name, "caption": text, "as_of": partial_day, "source_url": plain}
CONTACTS = [code("people")]
BLOCKS: dict[str, Shape] = {
    "heading": {"text": text, "level": number},
    "paragraph": html,
    "image": {"motif": one_of(*MOTIFS), "alt?": text, "decorative?": flag, "caption?": text},
    "quote": {"quote": text, "speaker": plain, "role": text},
    "key_figures": [KEY_FIGURE],
    "call_to_action": link,
    "case_cards": {"heading": text, "cases": [code("cases")]},
    "video": {"title": text, "url": plain, "spoken_lang?": plain, "transcript": html},
    "download": {"document": {"title": text, "text?": html, "checklist?": html}, "caption": text},
    "accordion": [{"summary": text, "details": html}],
    "contacts": CONTACTS,
    "table": {"caption": text, "header": [text_or_name], "row_headers": flag, "rows": [[text_or_name]]},
}
BODY = [block]
PAGE = {
    "languages": [plain],
    "title": text,
    "slug": slug,
    "first_published": day,
    "ingress": text,
    "later?": {"title?": plain, "ingress?": plain},
}
FORMATS: dict[str, Shape] = {
    "pages": {**PAGE, "body": BODY},
    "strategies": {
        **PAGE,
        "start_year": number,
        "end_year?": number,
        "main_theme": text,
        "main_theme_text": html,
        "predecessor?": code("strategies"),
        "body": BODY,
    },
    "priorities": {
        **PAGE,
        "code": plain,
        "label": text,
        "color": plain,
        "successor?": code("priorities"),
        "contacts": CONTACTS,
        "focus_areas": [{"code": plain, "name": text, "text": text}],
        "body": BODY,
    },
    "cases": {
        **PAGE,
        "lead_image": IMAGE,
        "priorities": [code("priorities")],
        "focus_areas": [plain],
        "goals": [code("goals")],
        "municipalities": [code("municipalities")],
        "status": one_of(*CasePage.Status.values),
        "start_date?": partial_day,
        "end_date?": partial_day,
        "technology_readiness_level?": number,
        "locations": [{"latitude": number, "longitude": number}],
        "partners": [{"organisation": code("organisations"), "role": one_of(*CasePartner.Role.values)}],
        "contacts": CONTACTS,
        "key_figures?": [KEY_FIGURE],
        "funding?": [
            {"programme": text, "amount?": amount, "currency?": plain, "project_code": plain, "statement": text}
        ],
        "links": [{"title": text, "url": plain}],
        "related?": [code("cases")],
        "body": BODY,
    },
    "articles": {
        **PAGE,
        "date": partial_day,
        "lead_image": IMAGE,
        "priorities": [code("priorities")],
        "contacts": CONTACTS,
        "related?": [code("articles")],
        "body": BODY,
    },
    "people": {
        "languages": [plain],
        "name": plain,
        "job_title": text,
        "email": plain,
        "phone": plain,
        "responsibilities": text,
    },
    "organisations": {
        "languages": [plain],
        "name": text_or_name,
        "website": plain,
        "sector": one_of(*Organisation.Sector.values),
    },
    "site": {
        "languages": [plain],
        "organisation": text,
        "site_name": text,
        "contact_email": plain,
        "social_links": [{"title": plain, "url": plain}],
        "footer_text": html,
        "alerts": [html],
        "accessibility_page": code("pages"),
        "privacy_page": code("pages"),
        "header": [link],
        "footer": [link],
    },
}
SPECIAL_PAGES: dict[str, Shape] = {
    "home": {**PAGE, "hero_image": IMAGE, "featured_cases": [code("cases")], "body": BODY},
    "cases": PAGE,
    "articles": PAGE,
}
