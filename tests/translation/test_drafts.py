"""What a translator has not published is nowhere but in the translator's draft."""

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationLog

from cms.publishing.models import PublishedDocument, PublishedPage
from cms.publishing.version import content_version
from home.models import ContentPage, HomePage
from tests.factories import ContentPageFactory, full_body, home_page, publish
from tests.translation.translators import submit, translate, translated


def test_a_draft_over_a_live_translation_leaves_everything_that_is_public(commits: None) -> None:
    publish(home_page())
    source = publish(ContentPageFactory(title="About", slug="about", body=full_body()))
    finnish = translate(source, "fi")
    below = translate(publish(ContentPageFactory(parent=source)), "fi")
    source.title, source.slug, source.body = "About us", "about-us", []
    source = publish(source)
    columns = ("title", "slug", "url_path", "live", "live_revision_id", "last_published_at")
    row = Page.objects.filter(pk__in=[finnish.pk, below.pk]).order_by("pk").values(*columns)
    document = PublishedDocument.objects.filter(pk=finnish.pk).values()
    published = PublishedPage.objects.filter(id__in=[finnish.pk, below.pk]).order_by("id").values()
    before = list(row), list(document), list(published), list(ContentPage.objects.get(pk=finnish.pk).body.raw_data)
    version = content_version()

    translate(source, "fi", publish=False)

    after = ContentPage.objects.get(pk=finnish.pk)
    assert (list(row.all()), list(document.all()), list(published.all()), list(after.body.raw_data)) == before
    assert content_version() == version
    assert after.has_unpublished_changes
    draft = after.get_latest_revision().as_object()
    assert (draft.title, draft.slug) == (translated("About us", "fi"), translated("about-us", "fi"))
    assert TranslationLog.objects.last().revision == after.get_latest_revision()

    translate(source, "fi")
    page = PublishedPage.objects.get(id=finnish.pk)
    assert (page.title, page.slug, page.document["body"]) == (
        translated("About us", "fi"), translated("about-us", "fi"), []
    )  # fmt: skip
    assert PublishedPage.objects.get(id=below.pk).path.startswith(page.path)


@pytest.mark.usefixtures("db")
def test_a_submitted_alias_is_public_when_it_is_published_and_not_before(home: HomePage) -> None:
    source = publish(ContentPageFactory())
    alias = source.copy_for_translation(Locale.objects.get(language_code="fi"), copy_parents=True, alias=True)
    assert alias.live
    submit(source, "fi")
    assert Page.objects.get(pk=alias.pk).alias_of is None
    assert not PublishedPage.objects.filter(id=alias.pk).exists()
    source.title = "Another title"
    source = publish(source)
    assert not PublishedPage.objects.filter(id=alias.pk).exists()
    translate(source, "fi")
    assert PublishedPage.objects.get(id=alias.pk).title == translated("Another title", "fi")


@pytest.mark.usefixtures("db")
def test_the_alias_of_the_parent_is_not_public_when_its_child_is_translated(home: HomePage) -> None:
    finnish = translate(publish(ContentPageFactory()), "fi")
    assert Page.objects.get(pk=finnish.get_parent().pk).alias_of_id == home.pk
    assert list(PublishedPage.objects.filter(locale="fi").values_list("id", flat=True)) == [finnish.pk]
