"""The only home of telling an editor what privacy means for a page: in which languages, and what visitors get."""

from django import template
from django.conf import settings
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


@register.simple_tag
def hidden_from_visitors(page: Page) -> bool:
    """Whether the page, or one above it, is for users, and the sites cannot ask who their visitor is."""
    branch = page.get_ancestors(inclusive=True)
    for_users = {PageViewRestriction.LOGIN, PageViewRestriction.GROUPS} - set(settings.PRIVATE_PAGE_OPTIONS)
    return PageViewRestriction.objects.filter(page__in=branch, restriction_type__in=for_users).exists()
