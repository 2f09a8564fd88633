"""The only home of telling an editor that privacy set on one language version of a page holds for all."""

from django import template
from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

register = template.Library()


@register.simple_tag
def restricted_in_other_languages(page: Page) -> QuerySet[Page]:
    """The versions in other languages, of `page` or of a page above it, that are private."""
    branch = page.get_ancestors(inclusive=True)
    return Page.objects.filter(
        pk__in=PageViewRestriction.objects.values("page"), translation_key__in=branch.values("translation_key")
    ).exclude(pk__in=branch)
