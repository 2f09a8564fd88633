"""The only home of which API type serves which page type."""

from api.types.cases import CaseIndexPage, CasePage
from api.types.home import ArticleIndexPage, ArticlePage, ContentPage, HomePage, PriorityPage, StrategyPage
from api.types.page import PAGE_TYPES

__all__ = ["PAGE_TYPES"]

PAGE_TYPES |= {
    "home.homepage": HomePage,
    "home.strategypage": StrategyPage,
    "home.prioritypage": PriorityPage,
    "home.articleindexpage": ArticleIndexPage,
    "home.articlepage": ArticlePage,
    "home.contentpage": ContentPage,
    "cases.caseindexpage": CaseIndexPage,
    "cases.casepage": CasePage,
}
