"""The only home of the usual schema's types: strawberry-django's, over Wagtail's own tables."""

import re
from typing import Annotated, Any

import strawberry
import strawberry_django
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from strawberry import auto
from wagtail.models import Page

from cases import models as cases
from cms.media import models as media
from home import models as home

# What Wagtail reads of a picture to find one of its sizes.
FOCAL_POINT = ["focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"]
PICTURE = ["file", "file_hash", "width", "height", *FOCAL_POINT, "title", "default_alt"]

PAGE_LINK = re.compile(r'<a id="(\d+)" linktype="page"')


def path_of(page: Page) -> str:
    """The path on the frontend, whose first part is the language in place of the home page."""
    return f"/{page.locale.language_code}/{page.url_path.strip('/').partition('/')[2]}/".replace("//", "/")


def html(source: str) -> str:
    """A text with the paths of the pages that it links to: a statement for each text with links, as Wagtail's own way
    takes at least, without what this project's pages add to it."""
    ids = {int(pk) for pk in PAGE_LINK.findall(source)}
    pages = Page.objects.select_related("locale").in_bulk(ids) if ids else {}
    paths = {pk: path_of(page) for pk, page in pages.items()}
    return PAGE_LINK.sub(lambda link: f'<a href="{paths.get(int(link[1]), "")}"', source)


@strawberry.type
class Rendition:
    url: str
    width: int
    height: int


@strawberry_django.type(media.Image)
class Image:
    @strawberry_django.field(only=PICTURE)
    def alt(self) -> str:
        return next(iter(self.default_alt.values()), "")

    @strawberry_django.field(only=PICTURE, prefetch_related=["renditions"])
    def rendition(self, width: int) -> Rendition:
        return self.get_rendition(f"width-{width}|format-webp")


@strawberry_django.type(cases.Goal)
class Goal:
    number: auto
    color: auto


@strawberry_django.type(cases.CaseGoal)
class CaseGoal:
    goal: Goal | None


@strawberry_django.type(cases.Municipality)
class Municipality:
    code: auto


@strawberry_django.type(cases.CaseMunicipality)
class CaseMunicipality:
    municipality: Municipality | None


@strawberry_django.type(cases.Organisation)
class Organisation:
    name: auto
    website: auto


@strawberry_django.type(cases.CasePartner)
class CasePartner:
    role: str
    organisation: Organisation | None


@strawberry.type
class HeadingBlock:
    text: str
    level: str


@strawberry.type
class ParagraphBlock:
    html: str


@strawberry.type
class ImageBlock:
    image: Image | None
    caption: str


@strawberry.type
class QuoteBlock:
    quote: str
    speaker: str
    role: str


@strawberry.type
class KeyFigure:
    value: str
    unit: str
    caption: str


@strawberry.type
class KeyFiguresBlock:
    figures: list[KeyFigure]


@strawberry.type
class OtherBlock:
    kind: str


Block = Annotated[
    HeadingBlock | ParagraphBlock | ImageBlock | QuoteBlock | KeyFiguresBlock | OtherBlock, strawberry.union("Block")
]


def make_key_figures(stream: Any) -> list[KeyFigure]:
    return [KeyFigure(value=value["value"], unit=value["unit"], caption=value["caption"]) for value in stream]


def make_block(kind: str, value: Any) -> Block:
    match kind:
        case "heading":
            return HeadingBlock(text=value["text"], level=value["level"])
        case "paragraph":
            return ParagraphBlock(html=html(value.source))
        case "image":
            return ImageBlock(image=value["image"], caption=value["caption"])
        case "quote":
            return QuoteBlock(quote=value["quote"], speaker=value["speaker"], role=value["role"])
        case "key_figures":
            return KeyFiguresBlock(figures=make_key_figures(value["figures"]))
    return OtherBlock(kind=kind)


@strawberry_django.type(home.PriorityPage)
class PriorityPage:
    id: auto
    title: auto
    code: auto
    color: auto

    @strawberry_django.field(only=["label", "title"])
    def label(self) -> str:
        return self.label or self.title

    @strawberry.field
    def cases(self, first: int) -> "CasesOfPriority":
        """For all priorities at once, with a window, as the optimizer does where a relation has a name."""
        if not hasattr(self, "cases_by_priority"):
            found = cases_of(self.siblings, first)
            for sibling in self.siblings:
                sibling.cases_by_priority = found
        rows = self.cases_by_priority.get(self.code, [])
        return CasesOfPriority(total_count=rows[0].total if rows else 0, nodes=[row.page for row in rows])


@strawberry_django.type(cases.CasePriority)
class CasePriority:
    priority: PriorityPage | None


@strawberry_django.type(cases.CasePage)
class CasePage:
    id: auto
    title: auto
    ingress: auto
    lead_image: Image | None
    priorities: list[CasePriority]
    goals: list[CaseGoal]
    municipalities: list[CaseMunicipality]
    partners: list[CasePartner]

    @strawberry_django.field(only=["url_path", "locale__language_code"], select_related=["locale"])
    def path(self) -> str:
        return path_of(self)

    @strawberry_django.field(only=["key_figures"])
    def key_figures(self) -> list[KeyFigure]:
        return make_key_figures(block.value for block in self.key_figures)

    @strawberry_django.field(only=["body"])
    def body(self) -> list[Block]:
        return [make_block(block.block_type, block.value) for block in self.body]


@strawberry.type
class CasesOfPriority:
    total_count: int
    nodes: list[CasePage]


def cases_of(priorities: list[home.PriorityPage], first: int) -> dict[str, list[cases.CasePriority]]:
    """By code, as the rows of every language name the priority's original."""
    rows = (
        cases.CasePriority.objects.filter(
            priority__code__in=[priority.code for priority in priorities],
            page__live=True,
            page__locale=priorities[0].locale_id,
        )
        .annotate(
            code=F("priority__code"),
            place=Window(RowNumber(), partition_by="priority", order_by=F("page__first_published_at").desc()),
            total=Window(Count("pk"), partition_by="priority"),
        )
        .filter(place__lte=first)
        .order_by("priority", "place")
        .select_related("page__locale", "page__lead_image")
        .prefetch_related("page__priorities__priority", "page__lead_image__renditions")
    )
    found: dict[str, list[cases.CasePriority]] = {}
    for row in rows:
        found.setdefault(row.code, []).append(row)
    return found


@strawberry_django.type(home.StrategyPage)
class StrategyPage:
    title: auto
    ingress: auto
    main_theme: auto

    @strawberry_django.field(only=["body"])
    def body(self) -> list[Block]:
        return [make_block(block.block_type, block.value) for block in self.body]

    @strawberry_django.field(only=["path", "depth", "numchild"])
    def priorities(self) -> list[PriorityPage]:
        found = list(home.PriorityPage.objects.child_of(self).live().order_by("path"))
        for page in found:
            page.siblings = found
        return found


@strawberry_django.type(Page)
class Address:
    last_published_at: auto

    @strawberry_django.field(only=["url_path", "locale__language_code"], select_related=["locale"])
    def path(self) -> str:
        return path_of(self)


@strawberry.type
class MenuLink:
    label: str
    path: str | None
    href: str | None


@strawberry.type
class MenuItem(MenuLink):
    children: list[MenuLink]


@strawberry.type
class Navigation:
    header: list[MenuItem]
    footer: list[MenuItem]
