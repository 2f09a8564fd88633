"""The only home of the small site that random actions happen to: how it starts, and how each action is judged.

An action is done in the database, committed, and told to an `Expectation`. What the API then reads must be what is
expected, and the content version must have risen if that changed, and stayed if only drafts did.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.db import connection
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize
from wagtail.models import Locale, Page, Site

from cases.models import CasePage, CasePartner, CasePriority, Organisation
from cms.publishing.public_index import now_shown
from cms.publishing.version import content_version
from home.models import HomePage, PriorityPage
from tests.factories import (
    CaseIndexPageFactory,
    CasePageFactory,
    ImageFactory,
    OrganisationFactory,
    PriorityPageFactory,
    StrategyPageFactory,
    translate,
)
from tests.publishing import index, readers
from tests.publishing.expectation import FALLBACKS, Content, Expectation, Partner, Version

PARAGRAPH = "6b1d3a52-3a4b-4c0a-9d0e-0d7f3f1c2b11"
FACTORIES = {
    "strategy": StrategyPageFactory,
    "index": CaseIndexPageFactory,
    "priority": PriorityPageFactory,
    "case": CasePageFactory,
}


def start_over() -> HomePage:
    """The tree as the migrations make it, in a moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "TRUNCATE wagtailcore_page, wagtailcore_revision, wagtail_localize_translatableobject,"
            " wagtail_localize_string, media_image, cases_organisation CASCADE"
        )
    root = Page.add_root(instance=Page(title="Root", slug="root"))
    home = root.add_child(instance=HomePage(title="Home", slug="home", live=False))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return home


def locale(language: str) -> Locale:
    return Locale.objects.get(language_code=language)


def row_of(key: str, language: str) -> int:
    return Page.objects.values_list("pk", flat=True).get(translation_key=key, locale__language_code=language)


def put(page: Any, content: Content) -> None:
    """Write `content` into the fields of `page`, as an editor does into its form."""
    page.title, page.slug, page.expire_at, page.go_live_at = content.title, content.slug, content.expires, None
    if not isinstance(page, CasePage):
        page.ingress = content.text
        return
    page.body = [{"type": "paragraph", "id": PARAGRAPH, "value": f"<p>{content.text}</p>"}]
    page.status, page.lead_image_id = content.status, content.image
    priorities = [
        PriorityPage.objects.get(translation_key=key, locale__language_code="en") for key in content.priorities
    ]
    page.priorities = [CasePriority(priority=priority) for priority in priorities]
    partners = Organisation.objects.filter(translation_key=content.partner, locale__language_code="en")
    page.partners = [CasePartner(organisation=partner) for partner in partners]


class SmallSite(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.expected = Expectation()
        self.number = 0

    # Around every action

    @contextmanager
    def action(self, *, only_drafts: bool = False) -> Iterator[None]:
        """`only_drafts` promises that nothing is written that readers could see; a copied restriction would be."""
        before, version = self.expected.answer(), content_version()
        yield
        assert Page.find_problems() == ([], [], [], [], [])
        self.expected.remember()
        after = self.expected.answer()
        assert readers.documents() == after
        assert readers.case_lists() == readers.expected_case_lists(self.expected)
        self.check_index()
        if after != before:
            assert content_version() > version
        elif only_drafts:
            assert content_version() == version

    def check_index(self) -> None:
        assert index.best_by_the_index() == index.best_by_the_view()
        assert index.kept_numbers() == index.right_numbers()
        assert index.words_of_searches() == index.words_of_documents()
        site = Site.objects.get(is_default_site=True)
        found = {reader: {*now_shown(reader, site.pk).values_list("page_id", flat=True)} for reader in FALLBACKS}
        assert found == {reader: {version.pk for version in self.expected.best(reader)} for reader in FALLBACKS}

    def check_routes(self, visits: list[tuple[str, str]]) -> None:
        paths = {f"/{language}/{path}": (language, path) for language, path in visits}
        answers = readers.routes([*paths])
        assert answers == {full: readers.expected_route(self.expected, *visit) for full, visit in paths.items()}

    # What actions need

    def next(self, prefix: str) -> str:
        self.number += 1
        return f"{prefix}{self.number}"

    def pick(self, data: st.DataObject, fits: Callable[[Version], bool] | None = None) -> Version | None:
        candidates = {
            f"{version.kind} {number} ({version.language})": version
            for number, version in enumerate(self.expected.versions)
            if fits is None or fits(version)
        }
        return candidates[data.draw(st.sampled_from([*candidates]), label="page")] if candidates else None

    def real(self, version: Version) -> Any:
        return Page.objects.get(pk=version.pk).specific

    def form(self, version: Version) -> Any:
        """The page as an editor's form shows it."""
        return self.real(version).get_latest_revision_as_object()

    # The site that every example starts from

    @initialize()
    def build(self) -> None:
        home = start_over()
        self.images = [
            ImageFactory(title=text, default_alt=dict.fromkeys(FALLBACKS, text)) for text in ("A house", "A tree")
        ]
        self.expected.images = {image.pk: image.default_alt["en"] for image in self.images}
        partner = OrganisationFactory(name="A company")
        key = str(partner.translation_key)
        self.expected.partners[key] = Partner(partner.pk, key, row="A company")
        self.expected.partners[key].publish("en", "A company")

        content = Content(title="Home", slug="home", text="Welcome")
        version = Version(home.pk, str(home.translation_key), "home", "en", None, row=content)
        self.expected.versions.append(version)
        put(home, content)
        self.save_and_publish(version, home, content)
        strategy = self.make("strategy", version)
        indexes = [self.make("index", version) for _ in range(2)]
        priorities = [self.make("priority", strategy) for _ in range(2)]
        values = {"priorities": tuple(other.key for other in priorities), "image": self.images[0].pk, "partner": key}
        cases = [self.make("case", index, **values) for index in indexes]
        for version in (priorities[0], cases[0]):
            self.translate_into(version, "fi", publish=True)
        self.expected.remember()
        assert readers.documents() == self.expected.answer()

    def make(self, kind: str, parent: Version, **values: Any) -> Version:
        content = Content(title=self.next("Title "), slug=self.next("slug-"), text=self.next("Text "), **values)
        factory = FACTORIES[kind]
        page = factory.build(title=content.title, slug=content.slug, parent=None, live=False)
        put(page, content)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        version = Version(page.pk, str(page.translation_key), kind, parent.language, parent, row=content)
        self.expected.versions.append(version)
        self.save_and_publish(version, page, content)
        return version

    def save_and_publish(self, version: Version, page: Any, content: Content) -> None:
        page.save_revision().publish()
        self.expected.publish(version, self.expected.save(version, content))

    def changed(self, version: Version, names: set[str], data: st.DataObject) -> Content:
        content = replace(version.newest()[0], expires=None)
        new: dict[str, Callable[[], Any]] = {
            "title": lambda: self.next("Title "),
            "slug": lambda: self.next("slug-"),
            "text": lambda: self.next("Text "),
        }
        if version.kind == "case" and version.language == "en":
            priorities = [
                other.key for other in self.expected.versions if (other.kind, other.language) == ("priority", "en")
            ]
            new |= {
                "status": lambda: data.draw(st.sampled_from(["planned", "ongoing", "completed"])),
                "priorities": lambda: tuple(data.draw(st.permutations(priorities))[: data.draw(st.integers(0, 2))]),
                "image": lambda: data.draw(st.sampled_from([None, *self.expected.images])),
                "partner": lambda: data.draw(st.sampled_from([None, *self.expected.partners])),
            }
        return replace(content, **{name: new[name]() for name in sorted(names) if name in new})

    def translate_into(self, version: Version, language: str, *, publish: bool) -> None:
        suffix = self.next(f" {language}")
        translate(self.real(version), language, publish=publish, texts=lambda text: text + suffix)
        target = self.expected.translate(version, language, row_of, texts=lambda text: text + suffix)
        if publish and target.latest:
            self.expected.publish(target, target.latest)
