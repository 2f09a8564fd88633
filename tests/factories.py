"""The only home of the tests' content: a factory for every model, and what editors and translators do with it."""

import uuid
from collections.abc import Callable
from typing import Any, TypeVar

import factory
import wagtail_factories
from django.test import TestCase
from wagtail.models import Collection, Locale, Page, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cases.models import CaseIndexPage, CasePage, Organisation, Person
from cms.media.models import Document, Image
from home.models import (
    ArticleIndexPage,
    ArticlePage,
    ContentPage,
    HomePage,
    PriorityPage,
    SiteSettings,
    StrategyPage,
)

Publishable = TypeVar("Publishable", bound=Any)
Raw = list[dict[str, Any]]


def publish(instance: Publishable) -> Publishable:
    """Publish a page or snippet as it is in memory, and return it as the database then has it."""
    instance.save_revision().publish()
    return type(instance).objects.get(pk=instance.pk)


def translate(
    instance: Publishable, language: str, *, publish: bool = True, texts: Callable[[str], str] | None = None
) -> Publishable:
    """Submit a page or snippet for translation as its row is now, translate every text and save it as translators do.

    The translation of a text is `texts` of it; "Title" becomes "Title [fi]" where that is not given. `publish=False`
    saves a draft.
    """
    source, _ = TranslationSource.update_or_create_from_instance(type(instance).objects.get(pk=instance.pk))
    locale = Locale.objects.get(language_code=language)
    translation, _ = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        text = segment.string.data
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": texts(text) if texts else f"{text} [{language}]", "has_error": False, "field_error": ""},
        )
    # wagtail-localize publishes when the transaction is committed, which a test's own never is.
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=publish)
    return translation.get_target_instance()


def home_page() -> HomePage:
    """The English home page, which the migrations made."""
    return Site.objects.get(is_default_site=True).root_page.specific


def first_or_new(model: type[Page], new: type[factory.Factory]) -> Page:
    return model.objects.filter(locale__language_code="en").first() or new()


class TreeFactory(wagtail_factories.PageFactory):
    """A page that is not published yet, below the place in the tree where its type belongs."""

    live = False
    slug = factory.Sequence(lambda n: f"page-{n}")
    parent = factory.LazyFunction(home_page)

    @classmethod
    def _create_instance(cls, model_class: type[Page], parent: Page, kwargs: dict[str, Any]) -> Page:
        # Only a fresh parent knows what children it has.
        return super()._create_instance(model_class, Page.objects.get(pk=parent.pk), kwargs)


class HomePageFactory(TreeFactory):
    """Another home page beside the one that the migrations made; see `home_page`."""

    title = factory.Sequence(lambda n: f"Home {n}")
    slug = factory.Sequence(lambda n: f"home-{n}")
    parent = factory.LazyFunction(Page.get_first_root_node)

    class Meta:
        model = HomePage


class StrategyPageFactory(TreeFactory):
    title = factory.Sequence(lambda n: f"Strategy {n}")
    slug = factory.Sequence(lambda n: f"strategy-{n}")

    class Meta:
        model = StrategyPage


class PriorityPageFactory(TreeFactory):
    title = factory.Sequence(lambda n: f"Priority {n}")
    slug = factory.Sequence(lambda n: f"priority-{n}")
    code = factory.Sequence(lambda n: f"priority-code-{n}")
    parent = factory.LazyFunction(lambda: first_or_new(StrategyPage, StrategyPageFactory))

    class Meta:
        model = PriorityPage


class CaseIndexPageFactory(TreeFactory):
    title = "Cases"
    slug = factory.Sequence(lambda n: f"cases-{n}" if n else "cases")

    class Meta:
        model = CaseIndexPage


class CasePageFactory(TreeFactory):
    title = factory.Sequence(lambda n: f"Case {n}")
    slug = factory.Sequence(lambda n: f"case-{n}")
    parent = factory.LazyFunction(lambda: first_or_new(CaseIndexPage, CaseIndexPageFactory))

    class Meta:
        model = CasePage


class ArticleIndexPageFactory(TreeFactory):
    title = "Articles"
    slug = factory.Sequence(lambda n: f"articles-{n}" if n else "articles")

    class Meta:
        model = ArticleIndexPage


class ArticlePageFactory(TreeFactory):
    title = factory.Sequence(lambda n: f"Article {n}")
    slug = factory.Sequence(lambda n: f"article-{n}")
    parent = factory.LazyFunction(lambda: first_or_new(ArticleIndexPage, ArticleIndexPageFactory))

    class Meta:
        model = ArticlePage


class ContentPageFactory(TreeFactory):
    title = factory.Sequence(lambda n: f"Content {n}")
    slug = factory.Sequence(lambda n: f"content-{n}")

    class Meta:
        model = ContentPage


class ImageFactory(wagtail_factories.ImageFactory):
    title = factory.Sequence(lambda n: f"Image {n}")
    file = factory.django.ImageField(width=64, height=48)
    default_alt = factory.LazyFunction(lambda: {"en": "A picture", "fi": "Kuva", "sv": "En bild"})
    credit = "A photographer"
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = Image


class DocumentFactory(wagtail_factories.DocumentFactory):
    title = factory.Sequence(lambda n: f"Document {n}")
    file = factory.django.FileField(filename="document.txt", data=b"A document")
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = Document


class SnippetFactory(factory.django.DjangoModelFactory):
    """A snippet in English, published unless live=False."""

    locale = factory.LazyFunction(Locale.get_default)
    live = True

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: type[Any], *args: Any, **kwargs: Any) -> Any:
        snippet = super()._create(model_class, *args, **kwargs)
        return publish(snippet) if snippet.live else snippet


class PersonFactory(SnippetFactory):
    name = factory.Sequence(lambda n: f"Person {n}")
    job_title = "Adviser"
    email = factory.Sequence(lambda n: f"person{n}@example.org")

    class Meta:
        model = Person


class OrganisationFactory(SnippetFactory):
    name = factory.Sequence(lambda n: f"Organisation {n}")

    class Meta:
        model = Organisation


class SiteSettingsFactory(SnippetFactory):
    site = factory.LazyFunction(lambda: Site.objects.get(is_default_site=True))
    site_name = "Helsinki Smart Region"

    class Meta:
        model = SiteSettings


def block_id(name: str) -> str:
    """The id of a block in the bodies below, the same in every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def body(**values: Any) -> Raw:
    """Raw JSON of a body that has one block of each type given, in that order."""
    return [{"type": name, "id": block_id(name), "value": value} for name, value in values.items()]


def items(name: str, *values: Any) -> Raw:
    """Raw JSON of a ListBlock; without ids wagtail-localize would skip its items."""
    return [
        {"type": "item", "id": block_id(f"{name}-{number}"), "value": value} for number, value in enumerate(values, 1)
    ]


def full_body(
    image: Image | None = None,
    document: Document | None = None,
    person: Person | None = None,
    case: CasePage | None = None,
) -> Raw:
    """Raw JSON of a body with every block, every field of it filled. What is not given is made (the case published)."""
    image = image or ImageFactory()
    document = document or DocumentFactory()
    person = person or PersonFactory()
    case = case or publish(CasePageFactory())
    rich_text = (
        f'<p>A <b>bold</b> and <i>italic</i> text with <a linktype="page" id="{case.pk}">a page</a> and '
        f'<a href="https://example.org/">a site</a>.</p><ul><li>One</li><li>Two</li></ul><ol><li>First</li></ol>'
    )
    return body(
        heading={"text": "A heading", "level": "2"},
        paragraph=rich_text,
        image={"image": image.pk, "decorative": False, "alt_text": "A picture here", "caption": "A caption"},
        quote={
            "quote": "A quote.",
            "speaker": "A speaker",
            "role": "A role",
            "portrait": image.pk,
            "portrait_decorative": False,
        },
        key_figures={
            "figures": items(
                "figure",
                {
                    "value": "1,100",
                    "unit": "GWh",
                    "caption": "of heat",
                    "as_of": "2024-05",
                    "source_url": "https://example.org/1",
                },
                {
                    "value": "38.5",
                    "unit": "%",
                    "caption": "of homes",
                    "as_of": "2023",
                    "source_url": "https://example.org/2",
                },
            )
        },
        call_to_action={"label": "Read more", "page": case.pk, "href": ""},
        case_cards={"heading": "Some cases", "cases": items("case", case.pk)},
        video={
            "video_title": "A video",
            "video_url": "https://www.youtube.com/watch?v=abcdefghijk",
            "poster": image.pk,
            "poster_decorative": False,
            "spoken_lang": "fi",
            "captions": items("caption", {"lang": "en", "label": "English", "file": document.pk}),
            "transcript": "<p>What is said.</p>",
        },
        download={"document": document.pk, "caption": "A file"},
        accordion={"items": items("accordion", {"summary": "A question?", "details": "<p>An <b>answer</b>.</p>"})},
        contacts={"people": items("person", person.pk)},
        table={
            "data": [["Year", "Amount"], ["2023", "One"], ["2024", "Two"]],
            "table_caption": "A table",
            "table_header_choice": "row",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "cell": [],
            "mergeCells": [],
        },
    )


def empty_body(image: Image | None = None, document: Document | None = None, case: CasePage | None = None) -> Raw:
    """Raw JSON of a body with every block, of which only what editors must fill in is there: null or "" elsewhere."""
    image = image or ImageFactory()
    document = document or DocumentFactory()
    case = case or publish(CasePageFactory())
    return body(
        heading={"text": "A heading", "level": "2"},
        paragraph="<p>A text.</p>",
        image={"image": image.pk, "decorative": True, "alt_text": None, "caption": None},
        quote={"quote": "A quote.", "speaker": None, "role": "", "portrait": None},
        key_figures={
            "figures": items(
                "figure",
                {"value": "1", "unit": None, "caption": "thing", "as_of": "", "source_url": "https://example.org/"},
            )
        },
        call_to_action={"label": "Read more", "page": None, "href": "https://example.org/"},
        case_cards={"heading": None, "cases": items("case", case.pk)},
        video={
            "video_title": "A video",
            "video_url": "https://vimeo.com/1234567",
            "poster": None,
            "spoken_lang": None,
            "captions": [],
            "transcript": "",
        },
        download={"document": document.pk, "caption": None},
        accordion={"items": items("accordion", {"summary": "A question?", "details": "<p>An answer.</p>"})},
        contacts={"people": []},
        table=None,
    )
