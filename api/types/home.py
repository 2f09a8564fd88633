"""The only home of the page types of `home` in the schema."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from api.reading import json_ld
from api.reading.contrast import text_color
from api.reading.lists import catalogue
from api.reading.lists.related import RELATED, related
from api.reading.lists.window import AfterArgument, BeforeArgument, FirstArgument, LastArgument, Window
from api.reading.mentions import picked_keys
from api.types.articles import ArticleConnection, ArticleFilterArgument, article_connection, article_order
from api.types.blocks import Block
from api.types.body import make_body
from api.types.case_lists import CaseConnection, CaseFilterArgument, CaseOrderArgument, case_order, cases_of_priorities
from api.types.images import Image
from api.types.page import Page
from api.types.people import Person, make_people
from api.types.rich_text import RichText

if TYPE_CHECKING:
    from api.types.cases import CasePage

FOR_CASES = strawberry.lazy("api.types.cases")
RelatedFirst = Annotated[int | None, strawberry.argument(description="How many at most, 0 to 100.")]


@strawberry.type(description="The home page of the site.")
class HomePage(Page):
    @strawberry.field(description="The large picture at the top; null where there is none.")
    def hero_image(self) -> Image | None:
        return self.image("hero_image")

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self)

    @strawberry.field(description="Cases picked for the home page, in the editor's order; those published.")
    def featured_cases(self) -> list[Annotated["CasePage", FOR_CASES]]:
        self.siblings.load_pages()
        found = self.references.pages.existing(picked_keys(self.row.document, "featured_cases"))
        return cast("list[CasePage]", found)

    @strawberry.field(description="The strategy in force; null where none is.")
    def strategy(self) -> "StrategyPage | None":
        return catalogue.strategy_covering(self.references, year=None)

    def card_images(self) -> list[str]:
        return ["card_image", "hero_image"]


@strawberry.type(description="A smart specialisation strategy of the region.")
class StrategyPage(Page):
    @strawberry.field(description="First year of its period; null where that is not known.")
    def start_year(self) -> int | None:
        return cast(int | None, self.row.document["start_year"])

    @strawberry.field(description="Last year of its period; null while the strategy is in force without an end.")
    def end_year(self) -> int | None:
        return cast(int | None, self.row.document["end_year"])

    @strawberry.field(description="Name of the main theme; empty where there is none.")
    def main_theme(self) -> str:
        return self.text("main_theme")

    @strawberry.field(description="What the main theme means.")
    def main_theme_text(self) -> RichText:
        return self.rich_text(self.row.document["main_theme_text"])

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self)

    @strawberry.field(description="Its strategic priorities that are published, in the editor's order.")
    def priorities(self) -> "list[PriorityPage]":
        return self.every_priority()

    @strawberry.field(description="The strategy that this one followed; null where none is published.")
    def predecessor(self) -> "StrategyPage | None":
        found = catalogue.strategies(self.references)
        return next((page for page in found if page.key == self.row.document["predecessor"]), None)

    @strawberry.field(description="The strategy that followed this one; null where none is published.")
    def successor(self) -> "StrategyPage | None":
        found = catalogue.strategies(self.references)
        return next((page for page in found if page.row.document["predecessor"] == self.key), None)

    def every_priority(self) -> "list[PriorityPage]":
        every = catalogue.priorities(self.references)
        return [page for page in every if page.row.parent_key == self.row.translation_key]


@strawberry.type(description="A focus area of a priority. The language of the texts is `lang`.")
class FocusArea:
    code: str = strawberry.field(description="Readable, stable, the same in every language; filters take it.")
    name: str = strawberry.field(description="The focus area's name.")
    text: str = strawberry.field(description="What it is about; empty where that is not said.")
    lang: str = strawberry.field(description="BCP 47 tag of the language that the texts are in.")


@strawberry.type(description="A strategic priority: every case is categorised by one or more.")
class PriorityPage(Page):
    @strawberry.field(
        description="Readable, stable, the same in every language, unique across strategies: climate-neutrality. "
        "Filters take it."
    )
    def code(self) -> str:
        return self.text("code")

    @strawberry.field(description="Short name for badges.")
    def label(self) -> str:
        return self.text("label") or self.row.title

    @strawberry.field(description="Background of badges, as #rrggbb.")
    def color(self) -> str:
        return self.text("color")

    @strawberry.field(description="White or black, whichever can be read on `color`.")
    def text_color(self) -> str:
        return text_color(self.text("color"))

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self)

    @strawberry.field(description="The strategy that it belongs to; null where that is not published.")
    def strategy(self) -> StrategyPage | None:
        found = catalogue.strategies(self.references)
        return next((page for page in found if page.row.translation_key == self.row.parent_key), None)

    @strawberry.field(description="In the editor's order.")
    def focus_areas(self) -> list[FocusArea]:
        return self.make_focus_areas()

    @strawberry.field(description="Those who are published, in the editor's order.")
    def contacts(self) -> list[Person]:
        self.siblings.load_people_and_media()
        return make_people((row["person"] for row in self.row.document["contacts"]), self.references)

    @strawberry.field(
        description="The priority that took this one's place in a later strategy; null where none is published."
    )
    def successor(self) -> "PriorityPage | None":
        found = catalogue.priorities(self.references)
        return next((page for page in found if page.key == self.row.document["successor"]), None)

    @strawberry.field(description="The cases of this priority. A filter by further priorities narrows them.")
    def cases(
        self,
        filter: CaseFilterArgument = None,
        order: CaseOrderArgument = None,
        first: FirstArgument = None,
        after: AfterArgument = None,
        last: LastArgument = None,
        before: BeforeArgument = None,
    ) -> CaseConnection:
        window = Window.of(case_order(order, filter), first, after, last, before)
        return cases_of_priorities(self, filter, window)

    def make_focus_areas(self) -> list[FocusArea]:
        values = [block["value"] for block in self.row.document["focus_areas"]]
        return [FocusArea(code=v["code"], name=v["name"], text=v["text"], lang=self.row.locale) for v in values]


@strawberry.type(description="The list of articles.")
class ArticleIndexPage(Page):
    @strawberry.field(description="The articles of the site, newest first; those of a search by relevance.")
    def articles(
        self,
        filter: ArticleFilterArgument = None,
        first: FirstArgument = None,
        after: AfterArgument = None,
        last: LastArgument = None,
        before: BeforeArgument = None,
    ) -> ArticleConnection:
        window = Window.of(article_order(filter), first, after, last, before)
        return article_connection(self.references, filter, window)


@strawberry.type(description="A piece of news.")
class ArticlePage(Page):
    @strawberry.field(description="The date that the article bears; null where the editor gave none.")
    def date(self) -> date | None:
        value = self.row.document["date"]
        return date.fromisoformat(value) if value else None

    @strawberry.field(description="Null where there is none.")
    def lead_image(self) -> Image | None:
        return self.image("lead_image")

    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self)

    @strawberry.field(description="Those who are published, in the editor's order.")
    def contacts(self) -> list[Person]:
        self.siblings.load_people_and_media()
        return make_people((row["person"] for row in self.row.document["contacts"]), self.references)

    @strawberry.field(description="The priorities that it is about; those published, in the editor's order.")
    def priorities(self) -> list[PriorityPage]:
        catalogue.priorities(self.references)
        keys = (row["priority"] for row in self.row.document["priorities"])
        return cast(list[PriorityPage], self.references.pages.existing(keys))

    @strawberry.field(description="The editor's picks, then articles of the same priorities.")
    def related(self, first: RelatedFirst = RELATED) -> "list[ArticlePage]":
        return related(self, first, {"priorities": 1})

    def described(self) -> json_ld.Thing:
        return json_ld.article(self)

    def card_images(self) -> list[str]:
        return ["card_image", "lead_image"]


@strawberry.type(description="A page of running content, such as About or the accessibility statement.")
class ContentPage(Page):
    @strawberry.field(description="Blocks in the editor's order.")
    def body(self) -> list[Block]:
        return make_body(self)
