"""The only home of the labels of page types, as rows have them: which are known, and which have a part of their own.

The database may hold pages of a type that this release does not know; they are nowhere in an answer.
"""

from functools import cache

from wagtail.models import get_page_models

from cms.pages import BasePage

HOME = "home.homepage"
STRATEGY = "home.strategypage"
PRIORITY = "home.prioritypage"
ARTICLE = "home.articlepage"
CASE = "cases.casepage"


@cache
def known() -> frozenset[str]:
    """Every type that this release knows."""
    return frozenset(model._meta.label_lower for model in get_page_models() if issubclass(model, BasePage))
