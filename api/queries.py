"""The only home of the root fields."""

from operator import attrgetter
from typing import Annotated, cast

import strawberry
from django.conf import settings

from api.context import ApiInfo
from api.locale_code import LocaleCode
from api.nodes import resolve_id
from api.reading.lists import articles, case_lists, catalogue
from api.reading.lists.listings import found_by
from api.reading.lists.markers import markers
from api.reading.lists.window import RELEVANCE
from api.reading.page import home_page
from api.reading.previews import preview_page
from api.reading.rows.reference_data import all_goals, all_municipalities
from api.reading.searching.search import search
from api.reading.sitemap import Part
from api.types.articles import ArticleConnection, ArticleFilterArgument
from api.types.articles import conditions as article_conditions
from api.types.case_lists import (
    CaseConnection,
    CaseFilterArgument,
    CaseOrderArgument,
    case_connection,
    conditions,
    order_in,
)
from api.types.case_markers import CaseMarker, make_marker
from api.types.home import HomePage, StrategyPage
from api.types.page import Node, Page, make_page, make_page_list
from api.types.redirects import RedirectConnection, redirect_connection
from api.types.reference_data import Goal, Municipality, make_goal, make_municipality
from api.types.routes import PageRoute, Route, resolve
from api.types.search import PageTypesArgument, QueryArgument, SearchConnection, labels_of
from api.types.site import Locale, Navigation, SiteSettings, make_locales, make_navigation, make_settings
from api.types.sitemap import SitemapConnection, SitemapFirstArgument, SitemapLocaleArgument, sitemap_connection
from api.types.windows import AfterArgument, FirstArgument, WindowIn, windowed
from cms.publishing.collation import sort_key

LocaleArgument = Annotated[LocaleCode, strawberry.argument(description="The language that the reader asks for.")]
PathArgument = Annotated[str, strawberry.argument(description="A path on the frontend's site: /fi/esimerkit/varanto/")]
SiteArgument = Annotated[
    str | None,
    strawberry.argument(
        description="Host name of a site's frontend, with its port where several have the name. Without it, the site "
        "whose frontend asks (by its origin or host), else the default site."
    ),
]
FallbackArgument = Annotated[
    bool | None,
    strawberry.argument(
        description="Whether the list has pages without a version in `locale`. What they refer to always falls back."
    ),
]


@strawberry.type(description="What can be read. Everything here is live and public, but for the draft of `preview`.")
class Query:
    @strawberry.field(description="What a visitor's path leads to.")
    def route(self, info: ApiInfo, path: PathArgument, site: SiteArgument = None) -> Route:
        return resolve(path, site, info.context)

    @strawberry.field(description="The page at a path. Null unless `route` would answer PageRoute.")
    def page(self, info: ApiInfo, path: PathArgument, site: SiteArgument = None) -> Page | None:
        route = resolve(path, site, info.context)
        return route.page if isinstance(route, PageRoute) else None

    @strawberry.field(
        description="The page, person or organisation of an `id`, as the reader sees it whose answer the id is from. "
        "Null where nothing published has this id; blocks are read with their page."
    )
    def node(
        self,
        info: ApiInfo,
        id: Annotated[strawberry.ID, strawberry.argument(description="An `id` of an earlier answer.")],
    ) -> Node | None:
        return resolve_id(id, info.context)

    @strawberry.field(
        description="A draft, by the token that the admin gives to the frontend. An unknown, expired or revoked token "
        "is an error with its own code. What the draft refers to is as the public sees it. Null where this release "
        "does not know the page's type."
    )
    def preview(
        self,
        info: ApiInfo,
        token: Annotated[str, strawberry.argument(description="As it came to the frontend; it is a secret.")],
    ) -> Page | None:
        info.context.keep_private()
        return cast(Page | None, make_page(preview_page(token)))

    @strawberry.field(description="The home page; null where none is published.")
    def home(self, info: ApiInfo, locale: LocaleArgument, site: SiteArgument = None) -> HomePage | None:
        return cast(HomePage | None, make_page(home_page(info.context.references(locale, site))))

    @strawberry.field(description="The strategy in force, or the latest one covering `year`; null where there is none.")
    def strategy(
        self,
        info: ApiInfo,
        locale: LocaleArgument,
        year: Annotated[int | None, strawberry.argument(description="A year; today's where none is given.")] = None,
        site: SiteArgument = None,
    ) -> StrategyPage | None:
        found = catalogue.strategy_covering(info.context.references(locale, site), year)
        return cast(StrategyPage | None, make_page(found))

    @strawberry.field(description="All strategies, the newest first.")
    def strategies(self, info: ApiInfo, locale: LocaleArgument, site: SiteArgument = None) -> list[StrategyPage]:
        return make_page_list(catalogue.strategies(info.context.references(locale, site)))

    @strawberry.field(description="The cases of the site.")
    @windowed
    def cases(
        self,
        info: ApiInfo,
        window_in: WindowIn,
        locale: LocaleArgument,
        filter: CaseFilterArgument = None,
        order: CaseOrderArgument = None,
        fallback: FallbackArgument = True,
        site: SiteArgument = None,
    ) -> CaseConnection:
        wanted = conditions(filter)
        window = window_in(order_in(order, wanted))
        references = info.context.references(locale, site)
        return case_connection(case_lists.cases(references, wanted, window, fallback=fallback is not False))

    @strawberry.field(
        description="The cases that have a location, newest first, with what a map needs. More than 10,000 are an "
        "error: narrow them by a filter."
    )
    def case_markers(
        self,
        info: ApiInfo,
        locale: LocaleArgument,
        filter: CaseFilterArgument = None,
        fallback: FallbackArgument = True,
        site: SiteArgument = None,
    ) -> list[CaseMarker]:
        references = info.context.references(locale, site)
        return [make_marker(one) for one in markers(references, conditions(filter), fallback=fallback is not False)]

    @strawberry.field(description="The articles of the site, newest first; those of a search by relevance.")
    @windowed
    def articles(
        self,
        info: ApiInfo,
        window_in: WindowIn,
        locale: LocaleArgument,
        filter: ArticleFilterArgument = None,
        fallback: FallbackArgument = True,
        site: SiteArgument = None,
    ) -> ArticleConnection:
        wanted = article_conditions(filter)
        window = window_in(articles.order_of(wanted))
        references = info.context.references(locale, site)
        return ArticleConnection(part=articles.articles(references, wanted, window, fallback=fallback is not False))

    @strawberry.field(description="What a visitor searches for, among pages of all types; the best match first.")
    @windowed
    def search(
        self,
        info: ApiInfo,
        window_in: WindowIn,
        query: QueryArgument,
        locale: LocaleArgument,
        page_types: PageTypesArgument = None,
        fallback: FallbackArgument = True,
        site: SiteArgument = None,
    ) -> SearchConnection:
        window = window_in(RELEVANCE)
        references = info.context.references(locale, site)
        found = search(references, query, labels_of(page_types), fallback=fallback is not False)
        return SearchConnection(part=found_by(found, window))

    @strawberry.field(description="The menus.")
    def navigation(self, info: ApiInfo, locale: LocaleArgument, site: SiteArgument = None) -> Navigation:
        return make_navigation(info.context.references(locale, site))

    @strawberry.field(description="Texts and addresses of the site.")
    def settings(self, info: ApiInfo, locale: LocaleArgument, site: SiteArgument = None) -> SiteSettings:
        return make_settings(info.context.references(locale, site))

    @strawberry.field(
        description="Every page in every language that it is published in, without fallbacks and without what is "
        "hidden from search engines."
    )
    def sitemap(
        self,
        info: ApiInfo,
        locale: SitemapLocaleArgument = None,
        first: SitemapFirstArgument = None,
        after: AfterArgument = None,
        site: SiteArgument = None,
    ) -> SitemapConnection:
        code = locale.value if locale else None
        alternates = "alternates" in info.context.fields
        return sitemap_connection(Part.of(info.context.site(site), code, first, after, alternates=alternates))

    @strawberry.field(
        description="All redirects of the site in every language, by path: those that editors made, and from where a "
        "page was to where it is. For hosts of static files, which cannot ask `route`."
    )
    def redirects(
        self, info: ApiInfo, first: FirstArgument = None, after: AfterArgument = None, site: SiteArgument = None
    ) -> RedirectConnection:
        return redirect_connection(info.context.references(settings.LANGUAGE_CODE, site), first, after)

    @strawberry.field(description="The languages of the site.")
    def locales(self) -> list[Locale]:
        return make_locales(settings.LANGUAGE_CODE)

    @strawberry.field(description="The 17 Sustainable Development Goals, by number.")
    def goals(self, info: ApiInfo, locale: LocaleArgument) -> list[Goal]:
        reader = info.context.references(locale).reader
        return [make_goal(goal, reader) for goal in sorted(all_goals(), key=attrgetter("number"))]

    @strawberry.field(description="The 26 municipalities of the region, by name as the language sorts.")
    def municipalities(self, info: ApiInfo, locale: LocaleArgument) -> list[Municipality]:
        reader = info.context.references(locale).reader
        found = [make_municipality(municipality, reader) for municipality in all_municipalities()]
        return sorted(found, key=lambda municipality: sort_key(municipality.name, reader.locale))
