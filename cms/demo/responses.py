"""The only home of the golden answers: what each operation of the contract answers on the demo, in each language.

They are the same on every machine and every day. The demo's ids and dates are those of its files; rows of files are
counted from 1; and as pictures are drawn small here, they are given the size of the demo's, and a hash of their title.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from api.contract import manifest
from cases.models import CasePage
from cms.demo.content import LANGUAGES, ContentError, stable_id
from cms.demo.media import WIDEST
from cms.demo.users import EDITOR
from cms.media.models import Document, Image
from cms.publishing.models import Preview
from cms.publishing.places import place_of
from cms.publishing.previews import make_preview, make_token

CONTRACT = Path(settings.BASE_DIR, "frontend_contract")
VARIABLES = CONTRACT / "operations" / "variables.json"
RESPONSES = CONTRACT / "responses"
STATEMENTS = RESPONSES / "statements.json"
DRAWN = 160  # pixels
ORIGINS = {"FRONTEND_ORIGIN": "https://www.example.org", "WAGTAILADMIN_BASE_URL": "https://cms.example.org"}
MEASURES = ["width", "height", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"]
TOKEN = "a token"  # noqa: S105  # stands for one that works
PREVIEWED = "ai-register"


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
            setattr(image, name, getattr(image, name) * WIDEST // DRAWN)
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
    """What each operation is asked with, by language. Raise ContentError where one is left out."""
    by_operation: dict[str, dict[str, dict[str, Any]]] = json.loads(VARIABLES.read_text())
    for name in manifest.by_operation():
        if by_operation.get(name, {}).keys() != {*LANGUAGES}:
            raise ContentError(f"{VARIABLES} does not say what `{name}` is asked with in {', '.join(LANGUAGES)}.")
    return by_operation


def ask(document: str, variables: dict[str, Any]) -> dict[str, Any]:
    cache.clear()  # nothing is answered from it, and nobody has asked too often
    body = {"query": document, "variables": variables}
    answer: dict[str, Any] = Client().post("/graphql/", body, content_type="application/json").json()
    return answer


def example_preview(language: str) -> Preview:
    """A preview of a case, always with the same id."""
    page = CasePage.objects.get(translation_key=stable_id("cases", PREVIEWED), locale__language_code=language)
    preview = make_preview(page, place_of(page), User.objects.get(username=EDITOR.name), follows_form=False)
    stable = Preview(pk=stable_id("previews", PREVIEWED, language))
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
