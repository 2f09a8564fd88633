"""The only home of the golden answers: what each operation of the contract answers on the demo, in each language.

They are the same on every machine and every day. The demo's ids and dates are those of its files; rows of files are
counted from 1; and as pictures are drawn small here, they are given the size of the demo's, and a hash of their title.
The demo is whatever `load_demo` loads: nothing of it is known here but what the answers are about.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from wagtail.models import Page

from api.contract import manifest
from cms.media.models import Document, Image
from cms.publishing.models import Preview
from cms.publishing.places import Place, place_of
from cms.publishing.previews import make_preview, make_token

CONTRACT = Path(settings.BASE_DIR, "frontend_contract")
VARIABLES = CONTRACT / "operations" / "variables.json"
RESPONSES = CONTRACT / "responses"
STATEMENTS = RESPONSES / "statements.json"
LANGUAGES = [code for code, _ in settings.LANGUAGES]
DRAWN, SHOWN = 160, 1600  # pixels: how wide pictures are drawn here, and how wide they are in the answers
ORIGINS = {"FRONTEND_ORIGIN": "https://www.example.org", "WAGTAILADMIN_BASE_URL": "https://cms.example.org"}
MEASURES = ["width", "height", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"]
TOKEN = "a token"  # noqa: S105  # stands for one that works
PREVIEWED = "ai-register"
PREVIEWS = uuid.UUID("6a0cf5d8-6f0b-5b0e-9d5f-2f6f6d2c8e11")  # what ids of previews are made from


@dataclass(frozen=True)
class Answer:
    name: str
    language: str
    variables: dict[str, Any]
    response: dict[str, Any]
    statements: int

    @property
    def file(self) -> str:
        return f"{self.language}/{self.name}.json"

    @property
    def text(self) -> str:
        return as_json({"variables": self.variables, "response": self.response})


def load() -> None:
    """Load the demo as the answers show it."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Image, Document]):
            cursor.execute(statement)
    call_command("load_demo", image_width=DRAWN, verbosity=0)
    images = list(Image.objects.all())
    for image in images:
        for name in MEASURES:
            setattr(image, name, getattr(image, name) * SHOWN // DRAWN)
        image.file_hash = sha256(image.title.encode()).hexdigest()[:40]
    Image.objects.bulk_update(images, [*MEASURES, "file_hash"])


def answers() -> Iterator[Answer]:
    """Every operation in every language."""
    by_operation = variables()
    tokens = {language: make_token(example_preview(language)) for language in LANGUAGES}
    with override_settings(**ORIGINS):
        for name, document in sorted(manifest.by_operation().items()):
            for language in LANGUAGES:
                shown = by_operation[name][language]
                sent = {key: tokens[language] if value == TOKEN else value for key, value in shown.items()}
                ask(document, sent)  # what is found once for all requests is found now
                with CaptureQueriesContext(connection) as captured:
                    response = ask(document, sent)
                yield Answer(name, language, shown, response, len(captured))


def variables() -> dict[str, dict[str, dict[str, Any]]]:
    """What each operation is asked with, by language."""
    by_operation: dict[str, dict[str, dict[str, Any]]] = json.loads(VARIABLES.read_text())
    return by_operation


def unaskable() -> list[str]:
    """Which operations cannot be asked in every language."""
    asked = variables()
    return [
        f"{VARIABLES} does not say what `{name}` is asked with in {', '.join(LANGUAGES)}."
        for name in manifest.by_operation()
        if asked.get(name, {}).keys() != {*LANGUAGES}
    ]


def ask(document: str, variables: dict[str, Any]) -> dict[str, Any]:
    cache.clear()  # nothing is answered from it, and nobody has asked too often
    body = {"query": document, "variables": variables}
    answer: dict[str, Any] = Client().post("/graphql/", body, content_type="application/json").json()
    return answer


def example_preview(language: str) -> Preview:
    """A preview of a case, always with the same id; no answer says who looked at it."""
    original = Page.objects.get(slug=PREVIEWED, locale__language_code=settings.LANGUAGE_CODE)
    page = original.get_translations(inclusive=True).get(locale__language_code=language).specific
    place = cast(Place, place_of(page))  # all that is loaded is on the site
    preview = make_preview(page, place, User.objects.earliest("pk"), follows_form=False)
    stable = Preview(pk=uuid.uuid5(PREVIEWS, f"previews/{PREVIEWED}/{language}"))
    Preview.objects.filter(pk=preview.pk).update(id=stable.pk)
    return stable


def faults(found: list[Answer]) -> list[str]:
    """Which answers are no example of what a frontend gets: they failed, or what they ask for is not in the demo."""
    sentences = []
    for answer in found:
        if errors := answer.response.get("errors"):
            sentences.append(f"`{answer.name}` in {answer.language} fails: {errors[0]['message']}")
        sentences += [
            f"`{answer.name}` in {answer.language}: `{name}` is null. The demo has nothing for {answer.variables}: "
            f"name something else in {VARIABLES.name}, or add it to cms/demo/content."
            for name, value in (answer.response.get("data") or {}).items()
            if value is None
        ]
    return sentences


def statements(found: list[Answer]) -> dict[str, dict[str, int]]:
    """How many SQL statements each operation takes, by language."""
    counts: dict[str, dict[str, int]] = {}
    for answer in found:
        counts.setdefault(answer.name, {})[answer.language] = answer.statements
    return counts


def as_json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
