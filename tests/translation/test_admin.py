"""The way through the admin that translators go, by HTTP."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation

from cases.models import Person
from cms.publishing.models import PublishedPage
from tests.factories import CasePageFactory, ImageFactory, PersonFactory, full_body, home_page, publish
from tests.translation.translators import translated


@pytest.fixture
def client() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    return client


def translate_every_text(client: Client, translation: Translation) -> None:
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        text = urlencode({"value": translated(segment.string.data, "fi")})
        assert client.put(url, text, "application/x-www-form-urlencoded").status_code in (200, 201)


def test_a_page_is_submitted_translated_published_and_updated_in_the_admin(commits: None, client: Client) -> None:
    publish(home_page())
    case = publish(CasePageFactory(lead_image=ImageFactory(), start_date="2024", body=full_body()))
    finnish = Locale.objects.get(language_code="fi")

    submit = reverse("wagtail_localize:submit_page_translation", args=[case.pk])
    assert client.get(submit).status_code == 200
    assert client.post(submit, {"locales": [finnish.pk]}).status_code == 302
    page = case.get_translation(finnish)
    assert not PublishedPage.objects.filter(id=page.pk).exists()

    translation = Translation.objects.get(source__object=case.translation_key)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(edit).status_code == 200
    translate_every_text(client, translation)
    assert not PublishedPage.objects.filter(id=page.pk).exists()
    assert client.post(edit, {"action": "publish"}).status_code == 302
    published = PublishedPage.objects.get(id=page.pk)
    assert published.title == translated(case.title, "fi")
    assert published.source_digest == PublishedPage.objects.get(id=case.pk).text_digest

    old_title = translated(case.title, "fi")
    case.title, case.start_date = "Another title", "2025"
    case = publish(case)
    published.refresh_from_db()
    assert (published.document["start_date"], published.title) == ("2025", old_title)
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert client.get(update).status_code == 200
    assert client.post(update, {}).status_code == 302
    published.refresh_from_db()
    assert published.source_digest != PublishedPage.objects.get(id=case.pk).text_digest
    translate_every_text(client, translation)
    assert client.post(edit, {"action": "publish"}).status_code == 302
    published.refresh_from_db()
    assert published.title == translated("Another title", "fi")
    assert published.source_digest == PublishedPage.objects.get(id=case.pk).text_digest


def test_a_snippet_is_submitted_translated_and_published_in_the_admin(commits: None, client: Client) -> None:
    person = PersonFactory(job_title="Adviser")
    finnish = Locale.objects.get(language_code="fi")
    submit = reverse("wagtail_localize:submit_snippet_translation", args=["cases", "person", person.pk])
    assert client.post(submit, {"locales": [finnish.pk]}).status_code == 302
    translation = Translation.objects.get(source__object=person.translation_key)
    translate_every_text(client, translation)
    other = Person.objects.get(translation_key=person.translation_key, locale=finnish)
    assert not other.live
    edit = reverse("wagtailsnippets_cases_person:edit", args=[other.pk])
    assert client.post(edit, {"action": "publish"}).status_code == 302
    other.refresh_from_db()
    assert (other.live, other.job_title) == (True, translated("Adviser", "fi"))
