"""The only home of what is asked: five questions that both schemas answer, the contract's operations, and other lists.

The two documents of a question ask for the same things; `heard` of each makes the same plain value of both answers, and
a test compares them. Everything is asked in Finnish, where pages without a translation fall back.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from api.contract import golden, manifest
from home.models import PriorityPage

OURS, USUAL = "ours", "usual"
LANGUAGE = "fi"
ALL_AT_ONCE = 1000  # addresses

FIVE, CONTRACT, LISTS = "five questions", "operations of the contract", "lists"


@dataclass(frozen=True)
class Question:
    group: str
    name: str
    documents: dict[str, str]  # by who is asked
    variables: dict[str, Any] = field(default_factory=dict)
    heard: dict[str, Callable[[Any], Any]] = field(default_factory=dict)  # what an answer's data says, by who said it

    def body(self, who: str) -> str:
        return json.dumps({"query": self.documents[who], "variables": self.variables})


PICTURE = "{ alt rendition(width: 400) { url width height } }"
CARD = f"id title path ingress cardImage {PICTURE} priorities {{ code label color }}"
USUAL_CARD = f"id title path ingress leadImage {PICTURE} priorities {{ priority {{ code label color }} }}"
BODY = f"""body {{ __typename
  ... on HeadingBlock {{ text level }}
  ... on ParagraphBlock {{ content {{ html }} }}
  ... on ImageBlock {{ image {PICTURE} caption }}
  ... on QuoteBlock {{ quote speaker role }}
  ... on KeyFiguresBlock {{ figures {{ value unit caption }} }}
}}"""
USUAL_BODY = BODY.replace("content { html }", "html")


def five_questions() -> list[Question]:
    """What a site asks most; the case is the contract's example."""
    path = golden.variables()["case"][LANGUAGE]["path"]
    pages = PriorityPage.objects.live().filter(locale__language_code=LANGUAGE)
    priority = pages.order_by("path").values_list("code", flat=True).first()
    return [
        Question(
            FIVE,
            "list with total",
            {
                OURS: "query ($of: String!) { cases(locale: fi, filter: {priorities: [$of]}, first: 20) "
                f"{{ totalCount nodes {{ {CARD} }} }} }}",
                USUAL: 'query ($of: String!) { cases(locale: "fi", priority: $of, pagination: {limit: 20}) '
                f"{{ totalCount results {{ {USUAL_CARD} }} }} }}",
            },
            {"of": priority},
            {
                OURS: lambda data: [data["cases"]["totalCount"], _cards(data["cases"]["nodes"])],
                USUAL: lambda data: [data["cases"]["totalCount"], _usual_cards(data["cases"]["results"])],
            },
        ),
        Question(
            FIVE,
            "page",
            {
                OURS: f"""query ($path: String!) {{ page(path: $path) {{ ... on CasePage {{ {CARD}
                  goals {{ number color }} municipalities {{ code }} partners {{ role organisation {{ name website }} }}
                  keyFigures {{ value unit caption }} {BODY} }} }} }}""",
                USUAL: f"""query ($path: String!) {{ case(path: $path) {{ {USUAL_CARD}
                  goals {{ goal {{ number color }} }} municipalities {{ municipality {{ code }} }}
                  partners {{ role organisation {{ name website }} }}
                  keyFigures {{ value unit caption }} {USUAL_BODY} }} }}""",
            },
            {"path": path},
            {
                OURS: lambda data: [_cards([data["page"]]), *_facts(data["page"])],
                USUAL: lambda data: [_usual_cards([data["case"]]), *_usual_facts(data["case"])],
            },
        ),
        Question(
            FIVE,
            "strategy 3 x 6",
            {
                OURS: f"""{{ strategy(locale: fi) {{ title ingress mainTheme {BODY}
                  priorities {{ id title code label color
                    cases(first: 6) {{ totalCount nodes {{ {CARD} }} }} }} }} }}""",
                USUAL: f"""{{ strategy(locale: "fi") {{ title ingress mainTheme {USUAL_BODY}
                  priorities {{ id title code label color
                    cases(first: 6) {{ totalCount nodes {{ {USUAL_CARD} }} }} }} }} }}""",
            },
            heard={
                OURS: lambda data: _priorities(data["strategy"], _cards),
                USUAL: lambda data: _priorities(data["strategy"], _usual_cards),
            },
        ),
        Question(
            FIVE,
            "navigation",
            {
                OURS: """{ navigation(locale: fi) {
                  header { label page { path } href children { label page { path } href } }
                  footer { label page { path } href children { label page { path } href } } } }""",
                USUAL: """{ navigation(locale: "fi") {
                  header { label path href children { label path href } }
                  footer { label path href children { label path href } } } }""",
            },
            heard={
                OURS: lambda data: _menus(data["navigation"], lambda link: link["page"] and link["page"]["path"]),
                USUAL: lambda data: _menus(data["navigation"], lambda link: link["path"]),
            },
        ),
        Question(
            FIVE,
            "1,000 addresses",
            {
                OURS: "query ($first: Int) { sitemap(locale: fi, first: $first) "
                "{ nodes { lastModified page { path } } } }",
                USUAL: 'query ($first: Int!) { addresses(locale: "fi", first: $first) { lastPublishedAt path } }',
            },
            {"first": ALL_AT_ONCE},
            {
                OURS: lambda data: [entry["page"]["path"] for entry in data["sitemap"]["nodes"]],
                USUAL: lambda data: [entry["path"] for entry in data["addresses"]],
            },
        ),
    ]


def contract_operations() -> list[Question]:
    """Every operation that frontends are built with, as its example asks it; the preview needs a token that works."""
    by_operation = golden.variables()
    token = golden.make_token(golden.example_preview(LANGUAGE))
    return [
        Question(CONTRACT, name, {OURS: document}, _with_token(by_operation[name][LANGUAGE], token))
        for name, document in sorted(manifest.by_operation().items())
    ]


def lists() -> list[Question]:
    """Lists as they are first shown, and what is worked out for them from all cases."""
    document = manifest.by_operation()["caseList"]
    cards = f"{{ totalCount nodes {{ {CARD} }} }}"
    facets = "{ facets { goals { count } municipalities { count } organisations { count } years { count } } }"
    narrowed = 'goals: [7, 13], municipalities: ["091", "049"], year: 2020'
    return [
        Question(LISTS, "caseList, first 20, with facets", {OURS: document}, {"locale": LANGUAGE, "first": 20}),
        Question(LISTS, "list", {OURS: f"{{ cases(locale: fi, first: 20) {cards} }}"}),
        Question(LISTS, "list by title, its end", {OURS: f"{{ cases(locale: fi, order: title, last: 20) {cards} }}"}),
        Question(
            LISTS,
            "list, four filters",
            {OURS: f"{{ cases(locale: fi, first: 20, filter: {{{narrowed}, status: [ongoing, completed]}}) {cards} }}"},
        ),
        Question(
            LISTS,
            "list, on the map",
            {
                OURS: "{ cases(locale: fi, first: 20, filter: "
                f"{{within: {{south: 60.2, west: 24.5, north: 60.4, east: 25}}}}) {cards} }}"
            },
        ),
        Question(LISTS, "facets alone", {OURS: f"{{ cases(locale: fi, first: 0) {facets} }}"}),
        Question(
            LISTS,
            "facets, filtered",
            {OURS: f"{{ cases(locale: fi, first: 0, filter: {{goals: [7]}}) {facets} }}"},
        ),
        Question(
            LISTS,
            "facets, three filters",
            {OURS: f"{{ cases(locale: fi, first: 0, filter: {{{narrowed}}}) {facets} }}"},
        ),
        Question(LISTS, "list, searched", {OURS: f'{{ cases(locale: fi, filter: {{search: "energia"}}) {cards} }}'}),
        Question(
            LISTS,
            "list, searched, with facets",
            {OURS: document},
            {"locale": LANGUAGE, "first": 20, "filter": {"search": "energia"}},
        ),
        Question(
            LISTS,
            "suggestions",
            {OURS: '{ route(path: "/fi/energiaa-kaupunki/") { ... on NotFoundRoute { suggestions { path } } } }'},
        ),
    ]


def _with_token(variables: dict[str, Any], token: str) -> dict[str, Any]:
    return {name: token if value == golden.TOKEN else value for name, value in variables.items()}


def _cards(nodes: list[Any]) -> list[Any]:
    return [_card(node, node["cardImage"], node["priorities"]) for node in nodes]


def _usual_cards(nodes: list[Any]) -> list[Any]:
    return [_card(node, node["leadImage"], [row["priority"] for row in node["priorities"]]) for node in nodes]


def _card(node: Any, picture: Any, priorities: list[Any]) -> list[Any]:
    """Not the picture's size: ours works it out, and of a picture that is drawn small for a test the file has less."""
    return [node["title"], node["path"], node["ingress"], bool(picture), [priority["code"] for priority in priorities]]


def _facts(page: Any) -> list[Any]:
    goals, municipalities = page["goals"], page["municipalities"]
    return [goals, municipalities, _partners(page["partners"]), page["keyFigures"], _blocks(page["body"])]


def _usual_facts(page: Any) -> list[Any]:
    goals = [row["goal"] for row in page["goals"]]
    municipalities = [row["municipality"] for row in page["municipalities"]]
    return [goals, municipalities, _partners(page["partners"]), page["keyFigures"], _blocks(page["body"])]


def _partners(partners: list[Any]) -> list[Any]:
    return [[partner["role"], partner["organisation"]["website"]] for partner in partners]


def _blocks(body: list[Any]) -> list[Any]:
    """The texts of the blocks that both schemas know."""
    return [[block.get("text"), block.get("quote"), block.get("figures")] for block in body]


def _priorities(strategy: Any, cards: Callable[[list[Any]], list[Any]]) -> list[Any]:
    """Without the counts: ours has a case more, which falls back."""
    shown = [
        [priority["title"], priority["code"], cards(priority["cases"]["nodes"])] for priority in strategy["priorities"]
    ]
    return [strategy["title"], strategy["ingress"], strategy["mainTheme"], _blocks(strategy["body"]), shown]


def _menus(navigation: Any, path: Callable[[Any], str | None]) -> list[Any]:
    def entries(items: list[Any]) -> list[Any]:
        return [[item["label"], path(item), item["href"], entries(item.get("children", []))] for item in items]

    return [entries(navigation["header"]), entries(navigation["footer"])]
