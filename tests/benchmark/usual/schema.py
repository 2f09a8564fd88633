"""The only home of the usual schema's root fields: strawberry-django as its documentation shows it, with its optimizer
and with strawberry's caches of documents.

It reads what is live from Wagtail's tables. It asks neither whether a page is private or has expired nor what stands in
for a missing translation, which all is in its favour.
"""

import strawberry
import strawberry_django
from django.db.models import QuerySet
from strawberry.extensions import ParserCache, ValidationCache
from strawberry_django.optimizer import DjangoOptimizerExtension
from strawberry_django.pagination import OffsetPaginated
from wagtail.models import Page

from cases import models as cases
from home import models as home
from tests.benchmark.usual.navigation import make_navigation
from tests.benchmark.usual.types import Address, CasePage, Navigation, StrategyPage


@strawberry.type
class Query:
    @strawberry_django.offset_paginated(OffsetPaginated[CasePage])
    def cases(self, locale: str, priority: str | None = None) -> QuerySet[cases.CasePage]:
        found = cases.CasePage.objects.live().filter(locale__language_code=locale)
        if priority:
            found = found.filter(priorities__priority__code=priority)
        return found.order_by("-first_published_at")

    @strawberry_django.field
    def case(self, path: str) -> CasePage | None:
        parts = path.strip("/").split("/")
        return cases.CasePage.objects.live().filter(locale__language_code=parts[0], slug=parts[-1])

    @strawberry_django.field
    def strategy(self, locale: str) -> StrategyPage | None:
        return home.StrategyPage.objects.live().filter(locale__language_code=locale).order_by("-start_year")

    @strawberry.field
    def navigation(self, locale: str) -> Navigation:
        return make_navigation(locale)

    @strawberry_django.field
    def addresses(self, locale: str, first: int) -> list[Address]:
        return Page.objects.live().filter(locale__language_code=locale, depth__gt=1).order_by("translation_key")[:first]


schema = strawberry.Schema(query=Query, extensions=[DjangoOptimizerExtension, ParserCache, ValidationCache])
