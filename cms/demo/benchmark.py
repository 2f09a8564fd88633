"""The only home of what one answer costs: CPU time in this process, time on the clock, and SQL statements.

Requests go through the whole WSGI application, as a server would hand them over; nothing is cached between them.
"""

import cProfile
import gc
import io
import json
import pstats
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from cms.publishing.models import PublishedPage

PICTURE = "{ alt placeholder rendition(width: 400) { url width height } srcSet(widths: [400, 800, 1200]) }"
CARD = f"id title path locale isFallback ingress cardImage {PICTURE} priorities {{ code label color }}"
FACETS = """facets {
  priorities { priority { code label } count } goals { goal { number title } count }
  municipalities { municipality { code name } count } status { status count } years { year count }
  sectors { sector count } organisations { organisation { name } count } funding { programme count }
}"""
BODY = f"""body {{ __typename id blockKey
  ... on HeadingBlock {{ text anchor level }}
  ... on ParagraphBlock {{ content {{ html }} }}
  ... on ImageBlock {{ image {PICTURE} caption }}
  ... on QuoteBlock {{ quote speaker role }}
  ... on KeyFiguresBlock {{ figures {{ value unit caption }} }}
  ... on CaseCardsBlock {{ heading cases {{ title path }} }}
}}"""
LINK = "{ title path locale isFallback }"

OPERATIONS: dict[str, str] = {
    "list": f"{{ cases(locale: sv) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ {CARD} }} }} }}",
    "list with facets": f"{{ cases(locale: sv) {{ totalCount nodes {{ {CARD} }} {FACETS} }} }}",
    "list with search": f'{{ cases(locale: fi, filter: {{search: "energia"}}) {{ totalCount nodes {{ {CARD} }} }} }}',
    "page": f"""query Page($path: String!) {{ page(path: $path) {{ ... on CasePage {{
        {CARD} leadImage {PICTURE} goals {{ number title color }} municipalities {{ code name }}
        partners {{ organisation {{ name website }} role }} contacts {{ name jobTitle email }}
        keyFigures {{ value unit caption }} links {{ title url }} breadcrumbs {LINK}
        languageLinks {{ locale path isFallback }} related {{ title path }} {BODY} }} }} }}""",
    "route": """query Route($path: String!) {
        route(path: $path) { __typename ... on PageRoute { page { title path } } } }""",
    "strategy": f"""{{ strategy(locale: fi) {{ title ingress mainTheme mainThemeText {{ html }} {BODY}
        priorities {{ title path code label color textColor
            cases(first: 6) {{ totalCount nodes {{ {CARD} }} }} }} }} }}""",
    "navigation": f"""{{ navigation(locale: fi) {{
        header {{ label page {LINK} href children {{ label page {LINK} href }} }}
        footer {{ label page {LINK} href }} }} }}""",
    "search": '{ search(query: "vety", locale: fi) { totalCount edges { highlight node { title path } } } }',
    "markers": "{ caseMarkers(locale: fi) { title path status priorityCodes locations { latitude longitude } } }",
    "1,000 addresses": """{ sitemap(first: 1000) { nodes {
        page { path url } lastModified alternates { hreflang url } } } }""",
}


@dataclass(frozen=True)
class Cost:
    """What one operation took: milliseconds, and the number of SQL statements."""

    cpu: float
    clock: float
    slowest_of_20: float  # the 95th percentile on the clock
    statements: int
    size: int  # bytes of the answer


class Benchmark:
    def __init__(self) -> None:
        self.application = WSGIHandler()
        # As cms.wsgi does.
        gc.collect()
        gc.freeze()
        case = PublishedPage.objects.filter(type="cases.casepage", locale="fi").order_by("translation_key").first()
        self.variables = {"path": f"/fi/{case.path}"} if case else {}

    def request(self, document: str) -> Callable[[], bytes]:
        """A call that asks once and returns the answer's bytes."""
        variables = self.variables if "$path" in document else {}
        body = json.dumps({"query": document, "variables": variables})
        made = RequestFactory(headers={"host": "localhost"}).post("/graphql/", body, content_type="application/json")

        def ask() -> bytes:
            environ: dict[str, Any] = {**made.environ, "wsgi.input": io.BytesIO(body.encode())}
            return b"".join(self.application(environ, lambda *_: None))

        return ask

    def cost(self, document: str, times: int) -> Cost:
        ask = self.request(document)
        answer = json.loads(first := ask())
        if "errors" in answer:
            raise ValueError(answer["errors"])
        with CaptureQueriesContext(connection) as captured:
            ask()
            statements = len(captured)  # the next request forgets them
        cpu, clock = [], []
        for _ in range(times):
            started, on_clock = time.process_time(), time.perf_counter()
            ask()
            cpu.append((time.process_time() - started) * 1000)
            clock.append((time.perf_counter() - on_clock) * 1000)
        return Cost(
            cpu=statistics.median(cpu),
            clock=statistics.median(clock),
            slowest_of_20=statistics.quantiles(clock, n=20)[-1],
            statements=statements,
            size=len(first),
        )

    def profile(self, document: str, times: int) -> str:
        """Where the time goes, function by function."""
        ask = self.request(document)
        ask()
        profile = cProfile.Profile()
        for _ in range(times):
            profile.runcall(ask)
        written = io.StringIO()
        pstats.Stats(profile, stream=written).strip_dirs().sort_stats("tottime").print_stats(20)
        return written.getvalue()


def slowest(costs: Mapping[str, Cost]) -> str:
    return max(costs, key=lambda name: costs[name].cpu)
