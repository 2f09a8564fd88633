"""The only home of a few secrets on the small site: pages hidden in different ways, of which public pages speak."""

from datetime import timedelta

from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cases.models import CasePage, RelatedCase
from home.models import FeaturedCase
from tests import factories
from tests.api.site.small_site import SmallSite
from tests.factories import publish, translate

SECRET = "wombat"


def hide_secrets(site: SmallSite) -> None:
    """Put hidden cases beside the public ones, on every road on which the site's own case is."""
    secrets = [publish(secret_case(number, site)) for number in range(4)]
    draft = secret_case(4, site)
    draft.save_revision()
    translate(secrets[0], "fi")
    lead_to([*secrets, draft], site)
    for case, kind in zip(secrets, ("login", "password", "groups"), strict=False):
        PageViewRestriction.objects.create(page=case, restriction_type=kind, password="sesame")
    secrets[3].unpublish()
    secrets[3].create_alias(parent=secrets[3].get_parent(), update_slug=f"{SECRET}-alias")
    translate(site.case, "sv", publish=False, texts=lambda text: f"{SECRET} {text}")
    site.other_case.title, site.other_case.expire_at = SECRET, timezone.now() + timedelta(days=1)
    site.other_case.save_revision()
    site.person.name = site.organisation.name = SECRET
    site.person.save_revision()
    site.organisation.save_revision()


def secret_case(number: int, site: SmallSite) -> CasePage:
    case = factories.CasePageFactory(title=f"{SECRET} {number}", slug=f"{SECRET}-{number}", ingress=f"A {SECRET}")
    case.body, case.funding = site.case.body, [{"type": "funding", "value": {"programme": SECRET, "statement": SECRET}}]
    case.priorities = [type(row)(priority_id=row.priority_id) for row in site.case.priorities.all()]
    case.locations = [type(row)(latitude=60.2, longitude=24.9) for row in site.case.locations.all()]
    return case


def lead_to(cases: list[CasePage], site: SmallSite) -> None:
    """Name the cases wherever a page may be named."""
    about = site.about
    about.body = [
        block
        for case in cases
        for block in factories.body(
            paragraph=f'<p><a linktype="page" id="{case.pk}">A link</a></p>',
            case_cards={"heading": "", "cases": factories.items("case", case.pk)},
            call_to_action={"label": "Read", "page": case.pk, "href": ""},
        )
    ]
    publish(about)
    site.case.related = [RelatedCase(case=case) for case in cases]
    publish(site.case)
    site.home.featured_cases = [FeaturedCase(case=case) for case in cases]
    publish(site.home)
    for case in cases:
        Redirect.add_redirect(f"/old-{case.pk}", case)
