"""The only home of a small site in three languages that uses everything there is to use.

English is complete. Finnish has the case, what it names and what is above it. Swedish has the home page, the strategy,
one priority and the menus, so that most of what a Swedish reader gets is a fallback.
"""

from dataclasses import dataclass
from typing import Any

from cases.models import (
    CaseContact,
    CaseFocusArea,
    CaseGoal,
    CaseLocation,
    CaseMunicipality,
    CasePage,
    CasePartner,
    CasePriority,
    Organisation,
    Person,
    RelatedCase,
)
from cms.media.models import Document, Image
from home.models import (
    ArticleContact,
    ArticlePage,
    ArticlePriority,
    FeaturedCase,
    HomePage,
    PriorityContact,
    PriorityPage,
    RelatedArticle,
    StrategyPage,
)
from tests import factories
from tests.factories import block_id, full_body, home_page, items, publish, translate

# Where its example of each page type is.
PATHS = {
    "HomePage": "/en/",
    "StrategyPage": "/en/strategy/",
    "PriorityPage": "/en/strategy/climate/",
    "CaseIndexPage": "/en/cases/",
    "CasePage": "/en/cases/storage/",
    "ArticleIndexPage": "/en/articles/",
    "ArticlePage": "/en/articles/news/",
    "ContentPage": "/en/about/",
}


@dataclass
class SmallSite:
    home: HomePage
    strategy: StrategyPage
    old_strategy: StrategyPage
    climate: PriorityPage
    old_priority: PriorityPage
    case: CasePage
    other_case: CasePage
    article: ArticlePage
    about: Any
    person: Person
    organisation: Organisation
    image: Image
    document: Document


def stream(name: str, *values: Any) -> list[dict[str, Any]]:
    """Raw JSON of a StreamField that has blocks of one type."""
    return [{"type": name, "id": block_id(f"{name}-{n}"), "value": value} for n, value in enumerate(values, 1)]


def build() -> SmallSite:
    image = factories.ImageFactory(file__width=2000, file__height=1000, licence="CC BY 4.0")
    document = factories.DocumentFactory(title="A report")
    person = factories.PersonFactory(
        name="Ada",
        job_title="Adviser",
        phone="+358 9 1",
        responsibilities="Energy",
        image=image,
        email="ada@example.org",
    )
    organisation = factories.OrganisationFactory(name="Acme", website="https://acme.example/", logo=image)
    publish(factories.CaseIndexPageFactory(title="Cases", slug="cases"))
    other_case = publish(factories.CasePageFactory(title="Bikes", slug="bikes"))
    body = full_body(image=image, document=document, person=person, case=other_case)
    heading = factories.body(heading={"text": "A heading", "level": "2"})
    theme = f'<p>See <a linktype="page" id="{other_case.pk}">bikes</a>.</p>'

    home = home_page()
    home.title, home.ingress, home.hero_image, home.hero_image_alt = "Home", "Welcome", image, "A town"
    home.body, home.featured_cases = heading, [FeaturedCase(case=other_case)]
    home = publish(home)

    old_strategy = publish(
        factories.StrategyPageFactory(title="Strategy 2014", slug="strategy-2014", start_year=2014, end_year=2020)
    )
    strategy = publish(
        factories.StrategyPageFactory(
            title="Strategy",
            slug="strategy",
            start_year=2021,
            main_theme="Together",
            main_theme_text=theme,
            body=heading,
            predecessor=old_strategy,
            ingress="What we do",
        )
    )
    climate = factories.PriorityPageFactory(
        parent=strategy,
        title="Climate neutrality",
        slug="climate",
        code="climate-neutrality",
        label="Climate",
        color="#1B7F5C",
        body=heading,
        ingress="No emissions",
        card_image=image,
        card_image_alt="A forest",
        focus_areas=stream("focus_area", {"code": "heat", "name": "Heat", "text": "Warm homes"}),
    )
    climate.contacts = [PriorityContact(person=person)]
    climate = publish(climate)
    old_priority = publish(
        factories.PriorityPageFactory(
            parent=old_strategy,
            title="Cleantech",
            slug="cleantech",
            code="cleantech",
            color="#FFDD00",
            successor=climate,
        )
    )
    case = publish(filled(factories.CasePageFactory(title="Storage", slug="storage"), **locals()))

    publish(factories.ArticleIndexPageFactory(title="Articles", slug="articles"))
    other_article = publish(factories.ArticlePageFactory(title="Second", slug="second"))
    article = factories.ArticlePageFactory(
        title="News",
        slug="news",
        date="2024-05-17",
        lead_image=image,
        lead_image_alt="A crane",
        body=body,
        ingress="New",
    )
    article.contacts = [ArticleContact(person=person)]
    article.priorities = [ArticlePriority(priority=climate)]
    article.related = [RelatedArticle(article=other_article)]
    article = publish(article)
    about = publish(factories.ContentPageFactory(title="About", slug="about", body=body, ingress="Who we are"))
    publish(factories.ContentPageFactory(parent=about, title="Team", slug="team"))
    settings = settings_of(case, about)

    for thing in [person, organisation, home, settings, strategy, climate, case.get_parent().specific, case]:
        translate(thing, "fi")
    for thing in [home, settings, strategy, climate]:
        translate(thing, "sv")
    return SmallSite(
        home,
        strategy,
        old_strategy,
        climate,
        old_priority,
        case,
        other_case,
        article,
        about,
        person,
        organisation,
        image,
        document,
    )


def filled(case: CasePage, **made: Any) -> CasePage:
    """The case with a value in every field, not published."""
    case.ingress = "Heat for later"
    case.lead_image = case.card_image = made["image"]
    case.lead_image_alt, case.card_image_alt = "A cavern", "A rock"
    case.status, case.start_date, case.end_date, case.technology_readiness_level = "ongoing", "2023", "2026-05-17", 8
    case.body = made["body"]
    case.key_figures = stream(
        "figure",
        {
            "value": "1,100.5",
            "unit": "GWh",
            "caption": "of heat",
            "as_of": "2024",
            "source_url": "https://example.org/",
        },
    )
    case.funding = stream(
        "funding",
        {"programme": "ERDF", "amount": "1500.50", "currency": "EUR", "project_code": "A1", "statement": "Funded."},
    )
    case.links = stream("link", {"title": "Project", "url": "https://example.org/project"})
    case.priorities = [CasePriority(priority=made["climate"]), CasePriority(priority=made["old_priority"])]
    case.focus_areas = [CaseFocusArea(code="heat")]
    case.goals = [CaseGoal(goal_id=13), CaseGoal(goal_id=7)]
    case.municipalities = [CaseMunicipality(municipality_id="092"), CaseMunicipality(municipality_id="018")]
    case.locations = [CaseLocation(latitude=60.25, longitude=25.04)]
    case.partners = [CasePartner(organisation=made["organisation"], role="lead")]
    case.contacts = [CaseContact(person=made["person"])]
    case.related = [RelatedCase(case=made["other_case"])]
    return case


def settings_of(case: CasePage, about: Any) -> Any:
    entry = {"label": "", "page": case.pk, "href": "", "children": []}
    return factories.SiteSettingsFactory(
        site_name="Helsinki Smart Region",
        organisation="Regional Council",
        contact_email="info@example.org",
        social_links=stream("link", {"title": "Mastodon", "url": "https://social.example/@region"}),
        footer_text=f'<p><a linktype="page" id="{case.pk}">A case</a></p>',
        alerts=stream("alert", "<p>Closed today.</p>"),
        accessibility_page=about,
        privacy_page=about,
        header=stream("item", {**entry, "label": "Examples", "children": items("child", {**entry})}),
        footer=stream(
            "item", entry, {"label": "Region", "page": None, "href": "https://region.example/", "children": []}
        ),
    )
