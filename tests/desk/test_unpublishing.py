"""What goes offline with a page."""

from django.urls import reverse

from cms.publishing.models import PublishedPage
from home.models import ContentPage, HomePage
from tests.desk.conftest import Login
from tests.factories import ContentPageFactory, publish, translate


def languages(page: ContentPage) -> list[str]:
    rows = PublishedPage.objects.filter(translation_key=page.translation_key)
    return sorted(rows.values_list("locale", flat=True))


def test_an_original_goes_offline_in_every_language_and_the_page_that_asks_says_so(
    home: HomePage, login: Login
) -> None:
    page = publish(ContentPageFactory())
    for language in ("fi", "sv"):
        translate(home, language)
        translate(page, language)
    client, path = login("Editors"), reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert "all 2 translations" in client.get(path).content.decode()
    assert languages(page) == ["en", "fi", "sv"]
    client.post(path)
    assert languages(page) == []


def test_a_translation_goes_offline_alone(home: HomePage, login: Login) -> None:
    page = publish(ContentPageFactory())
    translate(home, "fi")
    finnish = translate(page, "fi")
    login("Editors").post(reverse("wagtailadmin_pages:unpublish", args=[finnish.pk]))
    assert languages(page) == ["en"]
