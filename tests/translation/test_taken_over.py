"""A translation is shown when its original is, and has nothing of its original's draft."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Locale

from cases.models import CaseLocation, CasePage
from cms.publishing.models import PublishedPage, PublishedSnippet
from cms.publishing.schedule import expire_pages, expire_snippets
from tests.factories import CasePageFactory, PersonFactory, SnippetFactory, publish
from tests.translation.translators import translate

pytestmark = pytest.mark.usefixtures("home")

HOUR = timedelta(hours=1)
ORIGINALS = [CasePageFactory, *SnippetFactory.__subclasses__()]


@pytest.fixture(params=ORIGINALS, ids=lambda factory: factory._meta.model.__name__)
def original(request: pytest.FixtureRequest) -> Any:
    return publish(request.param())


def is_public(version: Any) -> bool:
    if isinstance(version, CasePage):
        return PublishedPage.objects.filter(id=version.pk).exists()
    return PublishedSnippet.objects.filter(type=version._meta.label_lower, object_id=version.pk).exists()


def reread(version: Any) -> Any:
    return type(version).objects.get(pk=version.pk)


def draft(original: Any, **values: Any) -> None:
    latest = original.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(latest, name, value)
    latest.save_revision()


@pytest.mark.parametrize("moment", [-HOUR, HOUR])
@pytest.mark.parametrize("field", ["expire_at", "go_live_at"])
def test_draft_of_the_original_does_not_say_when_its_translation_is_shown(
    original: Any, field: str, moment: timedelta
) -> None:
    draft(original, **{field: timezone.now() + moment})
    finnish = reread(translate(original, "fi"))
    assert (finnish.go_live_at, finnish.expire_at) == (None, None)
    assert is_public(finnish)


def test_new_translation_expires_with_its_original(original: Any) -> None:
    original.expire_at = timezone.now().replace(microsecond=0) + HOUR
    original = publish(original)
    assert reread(translate(original, "fi")).expire_at == original.expire_at


def expire(version: Any) -> None:
    version.expire_at = timezone.now()
    publish(version)
    expire_pages()
    expire_snippets()
    assert not is_public(version)


def test_what_is_translated_after_its_original_expired_is_public(original: Any) -> None:
    expire(original)
    finnish = reread(translate(original, "fi"))
    assert (finnish.live, finnish.expired, finnish.expire_at) == (True, False, None)
    assert is_public(finnish)


def test_translation_that_expired_is_public_when_it_is_published_again(original: Any) -> None:
    finnish = reread(translate(original, "fi"))
    expire(finnish)
    assert is_public(reread(translate(original, "fi")))


def test_alias_of_what_expired_is_public_when_it_is_translated() -> None:
    case = publish(CasePageFactory())
    alias = case.copy_for_translation(Locale.objects.get(language_code="fi"), copy_parents=True, alias=True)
    expire(case)
    finnish = reread(translate(case, "fi"))
    assert finnish.pk == alias.pk
    assert is_public(finnish)


def test_what_was_typed_into_a_form_and_no_column_holds_stays_there() -> None:
    case = CasePageFactory(as_typed={"funding_amount": "much"})
    case.locations = [CaseLocation(as_typed={"latitude": "north"})]
    case.save()
    case.save_revision()
    finnish = translate(case, "fi", publish=False).get_latest_revision_as_object()
    assert finnish.as_typed == {}
    assert [location.as_typed for location in finnish.locations.all()] == [{}]

    person = publish(PersonFactory())
    draft(person, as_typed={"email": "not an address"})
    assert translate(person, "fi", publish=False).get_latest_revision_as_object().as_typed == {}
