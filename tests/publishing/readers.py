"""The only home of what readers see: in the documents, and over HTTP as a frontend asks."""

import json
from dataclasses import dataclass
from typing import Any

from django.test import Client

from cms.media.models import Image
from cms.publishing.models import PathHistory, PublishedPage, PublishedSnippet
from tests.publishing.expectation import FALLBACKS, Expectation, Seen

CASES = """
  cases(locale: %s, first: 100) {
    totalCount
    nodes {
      translationKey title path locale isFallback status
      body { ... on ParagraphBlock { content { text } } }
      priorities { title }
      leadImage { alt }
      partners { organisation { name } }
    }
  }
"""
ROUTE = """
  route(path: %s) {
    __typename
    ... on PageRoute { page { translationKey title ingress locale isFallback } }
    ... on RedirectRoute { location }
  }
"""


def documents() -> dict[int, Seen]:
    """What the documents show of each page, by its id."""
    of_default_site = PublishedPage.objects.filter(origin="")
    public = {(str(page.translation_key), page.locale): page for page in of_default_site}
    texts = {image.pk: image.default_alt["en"] for image in Image.objects.all()}
    names = {
        (str(partner.translation_key), partner.locale): partner.document["name"]
        for partner in PublishedSnippet.objects.filter(type="cases.organisation")
    }
    answer = {}
    for (_, language), page in public.items():
        document = page.document
        priorities = []
        for row in document.get("priorities", []):
            found = [public[row["priority"], code] for code in FALLBACKS[language] if (row["priority"], code) in public]
            priorities += [priority.title for priority in found[:1]]
        partners = [row["organisation"] for row in document.get("partners", [])]
        partner = [names[key, code] for key in partners for code in FALLBACKS[language] if (key, code) in names]
        is_case = page.type == "cases.casepage"
        answer[page.id] = Seen(
            path=page.path,
            language=language,
            title=page.title,
            text=document["body"][0]["value"]["children"][0]["children"][0]["text"] if is_case else document["ingress"],
            status=document.get("status", "ongoing"),
            priorities=tuple(priorities),
            image=texts.get(document.get("lead_image")),
            partner=partner[0] if partner else None,
        )
    return answer


def was_public(key: str, language: str, path: str) -> bool:
    """Whether the path is remembered as this page's."""
    return PathHistory.objects.filter(translation_key=key, locale=language, path=path).exists()


def ask(document: str) -> dict[str, Any]:
    body = json.dumps({"query": f"{{ {document} }}"})
    answer: dict[str, Any] = Client().post("/graphql/", body, content_type="application/json").json()
    assert "errors" not in answer, answer["errors"]
    data: dict[str, Any] = answer["data"]
    return data


@dataclass(frozen=True)
class Found:
    """A page as a list or a path answers it to a reader."""

    key: str
    path: str
    is_fallback: bool
    seen: Seen


def case_lists() -> dict[str, set[Found]]:
    """What the list of cases answers, by the reader's language."""
    data = ask(" ".join(f"{language}: {CASES % language}" for language in FALLBACKS))
    for answer in data.values():
        assert answer["totalCount"] == len(answer["nodes"])
    return {language: {found(node, language) for node in answer["nodes"]} for language, answer in data.items()}


def found(node: dict[str, Any], reader: str) -> Found:
    partners = [partner["organisation"]["name"] for partner in node["partners"]]
    seen = Seen(
        path=node["path"].removeprefix(f"/{reader}/"),
        language=node["locale"],
        title=node["title"],
        text=node["body"][0]["content"]["text"],
        status=node["status"],
        priorities=tuple(priority["title"] for priority in node["priorities"]),
        image=node["leadImage"] and node["leadImage"]["alt"],
        partner=partners[0] if partners else None,
    )
    return Found(node["translationKey"], node["path"], node["isFallback"], seen)


def expected_case_lists(expected: Expectation) -> dict[str, set[Found]]:
    return {
        reader: {
            Found(
                version.key, f"/{reader}/{version.path()}", version.language != reader, expected.seen(version, reader)
            )
            for version in expected.best(reader)
            if version.kind == "case"
        }
        for reader in FALLBACKS
    }


def routes(paths: list[str]) -> dict[str, dict[str, Any]]:
    """What each path leads to."""
    answer = {}
    for start in range(0, len(paths), 20):
        some = paths[start : start + 20]
        data = ask(" ".join(f"a{number}: {ROUTE % json.dumps(path)}" for number, path in enumerate(some)))
        answer |= {path: data[f"a{number}"] for number, path in enumerate(some)}
    return answer


def expected_route(expected: Expectation, reader: str, path: str) -> dict[str, Any]:
    """What /reader/path leads to: the reader's own page first, else a fallback, which gives way to a translation.

    Where there is none, a page that was there once: to where it is now, unless it is gone or private.
    """
    best = {version.key: version for version in expected.best(reader)}
    there = [
        version
        for language in FALLBACKS[reader]
        for version in expected.public()
        if version.language == language and version.path() == path
    ]
    if not there:
        owners = [
            expected.history[language, path] for language in FALLBACKS[reader] if (language, path) in expected.history
        ]
        for key in owners:
            if key in best:
                return {"__typename": "RedirectRoute", "location": f"/{reader}/{best[key].path()}"}
        hidden = not owners or any(expected.is_concealed(key) for key in owners)
        return {"__typename": "NotFoundRoute" if hidden else "GoneRoute"}
    version = there[0]
    if best[version.key] is not version:
        return {"__typename": "RedirectRoute", "location": f"/{reader}/{best[version.key].path()}"}
    content = version.published
    assert content
    return {
        "__typename": "PageRoute",
        "page": {
            "translationKey": version.key,
            "title": content.title,
            "ingress": "" if version.kind == "case" else content.text,
            "locale": version.language,
            "isFallback": version.language != reader,
        },
    }
