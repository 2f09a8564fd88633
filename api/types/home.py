"""The only home of the page types of `home` in the schema."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from api.reading.contrast import text_color
from api.reading.lists import articles, case_lists, catalogue
from api.reading.lists.related import RELATED, related
from api.types.articles import ArticleConnection, ArticleFilterArgument
from api.types.articles import conditions as article_conditions
from api.types.blocks import Block
from api.types.body import make_body
from api.types.case_lists import (
    CaseConnection,
    CaseFilterArgument,
    CaseOrderArgument,
    case_connection,
    conditions,
    order_in,
)
from api.types.focus_areas import FocusArea, make_focus_area
from api.types.images import Image
from api.types.page import Page, make_page, make_page_list
from api.types.people import Person, make_contacts
from api.types.rich_text import RichText
from api.types.windows import WindowIn, windowed

if TYPE_CHECKING:
    from api.types.cases import CasePage

FOR_CASES = strawberry.lazy("api.types.cases")
RelatedFirst = Annotated[int | None, strawberry.argument(description="How many at most, 0 to 100.")]


@strawberry.type(description="The home page of the site.")
class HomePage(Page):
    @strawberry.field(description="The large picture at the top; null where there is none.")
    def hero_image(self) -> Image | None:
        return self.main_image("hero_image")

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self.read)

    @strawberry.field(description="Cases picked for the home page, in the editor's order; those published.")
    def featured_cases(self) -> list[Annotated["CasePage", FOR_CASES]]:
        return make_page_list(self.read.pages(row["case"] for row in self.read.rows("featured_cases")))

    @strawberry.field(description="The strategy in force; null where none is.")
    def strategy(self) -> "StrategyPage | None":
        return cast("StrategyPage | None", make_page(catalogue.strategy_covering(self.references, year=None)))


@strawberry.type(description="A smart specialisation strategy of the region.")
class StrategyPage(Page):
    @strawberry.field(description="First year of its period; null where that is not known.")
    def start_year(self) -> int | None:
        return cast(int | None, self.read.row.document["start_year"])

    @strawberry.field(description="Last year of its period; null while the strategy is in force without an end.")
    def end_year(self) -> int | None:
        return cast(int | None, self.read.row.document["end_year"])

    @strawberry.field(description="Name of the main theme; empty where there is none.")
    def main_theme(self) -> str:
        return self.read.text("main_theme")

    @strawberry.field(description="What the main theme means.")
    def main_theme_text(self) -> RichText:
        return self.rich_text("main_theme_text")

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self.read)

    @strawberry.field(description="Its strategic priorities that are published, in the editor's order.")
    def priorities(self) -> "list[PriorityPage]":
        return make_page_list(catalogue.priorities_of(self.read))

    @strawberry.field(description="The strategy that this one followed; null where none is published.")
    def predecessor(self) -> "StrategyPage | None":
        found = catalogue.strategies(self.references)
        return cast("StrategyPage | None", make_page(catalogue.by_key(found, self.read.row.document["predecessor"])))

    @strawberry.field(description="The strategy that followed this one; null where none is published.")
    def successor(self) -> "StrategyPage | None":
        found = catalogue.strategies(self.references)
        following = (page for page in found if page.row.document["predecessor"] == self.read.key)
        return cast("StrategyPage | None", make_page(next(following, None)))


@strawberry.type(description="A strategic priority: every case is categorised by one or more.")
class PriorityPage(Page):
    @strawberry.field(
        description="Readable, stable, the same in every language, unique across strategies: climate-neutrality. "
        "Filters take it."
    )
    def code(self) -> str:
        return self.read.text("code")

    @strawberry.field(description="Short name for badges.")
    def label(self) -> str:
        return self.read.text("label") or self.read.row.title

    @strawberry.field(description="Background of badges, as #rrggbb.")
    def color(self) -> str:
        return self.read.text("color")

    @strawberry.field(description="White or black, whichever can be read on `color`.")
    def text_color(self) -> str:
        return text_color(self.read.text("color"))

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self.read)

    @strawberry.field(description="The strategy that it belongs to; null where that is not published.")
    def strategy(self) -> StrategyPage | None:
        return cast("StrategyPage | None", make_page(catalogue.strategy_of(self.read)))

    @strawberry.field(description="In the editor's order.")
    def focus_areas(self) -> list[FocusArea]:
        return [make_focus_area(area) for area in catalogue.focus_areas_of(self.read)]

    @strawberry.field(description="Those who are published, in the editor's order.")
    def contacts(self) -> list[Person]:
        return make_contacts(self.read)

    @strawberry.field(
        description="The priority that took this one's place in a later strategy; null where none is published."
    )
    def successor(self) -> "PriorityPage | None":
        found = catalogue.priorities(self.references)
        return cast("PriorityPage | None", make_page(catalogue.by_key(found, self.read.row.document["successor"])))

    @strawberry.field(description="The cases of this priority. A filter by further priorities narrows them.")
    @windowed
    def cases(
        self,
        window_in: WindowIn,
        filter: CaseFilterArgument = None,
        order: CaseOrderArgument = None,
    ) -> CaseConnection:
        wanted = conditions(filter)
        window = window_in(order_in(order, wanted))
        return case_connection(case_lists.cases_of_priority(self.read, wanted, window))


@strawberry.type(description="The list of articles.")
class ArticleIndexPage(Page):
    @strawberry.field(description="The articles of the site, newest first; those of a search by relevance.")
    @windowed
    def articles(
        self,
        window_in: WindowIn,
        filter: ArticleFilterArgument = None,
    ) -> ArticleConnection:
        wanted = article_conditions(filter)
        window = window_in(articles.order_of(wanted))
        return ArticleConnection(part=articles.articles(self.references, wanted, window))


@strawberry.type(description="A piece of news.")
class ArticlePage(Page):
    @strawberry.field(description="The date that the article bears; null where the editor gave none.")
    def date(self) -> dt.date | None:
        value = self.read.row.document["date"]
        return dt.date.fromisoformat(value) if value else None

    @strawberry.field(description="Null where there is none.")
    def lead_image(self) -> Image | None:
        return self.main_image("lead_image")

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self.read)

    @strawberry.field(description="Those who are published, in the editor's order.")
    def contacts(self) -> list[Person]:
        return make_contacts(self.read)

    @strawberry.field(description="The priorities that it is about; those published, in the editor's order.")
    def priorities(self) -> list[PriorityPage]:
        return make_page_list(catalogue.priorities_in(self.read))

    @strawberry.field(description="The editor's picks, then articles of the same priorities.")
    def related(self, first: RelatedFirst = RELATED) -> "list[ArticlePage]":
        picks = [row["article"] for row in self.read.rows("related")]
        return make_page_list(related(self.read, first, picks, {"priorities": 1}))


@strawberry.type(description="A page of running content, such as About or the accessibility statement.")
class ContentPage(Page):
    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self.read)
