"""The only home of the labels of page types, as rows have them: which are known, and which have a part of their own.

The database may hold pages of a type that this release does not know; they are nowhere in an answer.
"""

from functools import cache

from wagtail.models import Page, get_page_models

from cms.pages import BasePage
from cms.publishing.mentions import kind_of

HOME = "home.homepage"
STRATEGY = "home.strategypage"
PRIORITY = "home.prioritypage"
ARTICLE = "home.articlepage"
CASE = "cases.casepage"
ANY = kind_of(Page)  # what links name: any page could have been chosen


@cache
def known() -> frozenset[str]:
    """Every type that this release knows."""
    return frozenset(kind_of(model) for model in get_page_models() if issubclass(model, BasePage))


@cache
def mentioned() -> frozenset[str]:
    """The kinds under which documents mention pages: a type, or any."""
    return known() | {ANY}
