"""The only home of many cases for measuring: copies of the demo's cases with other names, facts and dates.

They are written as rows, since publishing thousands through Wagtail takes an hour. Each is a whole page all the same,
with its revision: it can be opened in the admin, and `rebuild_published` derives it again.
"""

import random
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F, Model
from wagtail.models import Page, Revision

from cases.models import CasePage, Municipality
from cms.demo.content import ORIGINAL
from cms.publishing.collation import sort_key
from cms.publishing.models import PublishedDocument, PublishedPage
from cms.publishing.publication import search_words

MADE = "synthetic"  # begins the slug of every page made here
MOST_AT_ONCE = 200
LANGUAGES = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]


class SyntheticError(Exception):
    """What keeps cases from being made, in words for whoever asked for them."""


class Synthetic:
    """Makes cases, the same ones every time: `seed` is all that chance knows."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # nothing is kept secret with it
        self.templates = self._templates()
        self.priorities = self._priorities()
        self.municipalities = list(Municipality.objects.order_by("code").values_list("code", "name"))
        self.content_type = ContentType.objects.get_for_model(CasePage)

    def make(self, number: int) -> Iterator[int]:
        """Make cases up to `number` in each language; yields how many were made each time."""
        first = Page.objects.filter(slug__startswith=f"{MADE}-", locale__language_code=ORIGINAL).count()
        for start in range(first, number, MOST_AT_ONCE):
            some = range(start, min(start + MOST_AT_ONCE, number))
            with transaction.atomic():
                self._make(some)
            yield len(some)

    def _templates(self) -> list[dict[str, PublishedDocument]]:
        """The demo's cases that are there in every language, by language."""
        found: dict[str, dict[str, PublishedDocument]] = {}
        public = PublishedPage.objects.filter(type=CasePage._meta.label_lower).values("id")
        documents = PublishedDocument.objects.filter(pk__in=public).exclude(page__slug__startswith=f"{MADE}-")
        for document in documents.select_related("page__locale").order_by("pk"):
            versions = found.setdefault(str(document.page.translation_key), {})
            versions[document.page.locale.language_code] = document
        complete = [versions for versions in found.values() if versions.keys() == set(LANGUAGES)]
        if not complete:
            raise SyntheticError("No case is published in every language. Load the demo first: manage.py load_demo")
        return complete

    def _priorities(self) -> list[tuple[int, str]]:
        pages = PublishedPage.objects.filter(type="home.prioritypage", locale=ORIGINAL).order_by("tree_path")
        return [(page.id, str(page.translation_key)) for page in pages]

    def _make(self, numbers: range) -> None:
        pages: list[Page] = []
        sources: list[PublishedDocument] = []
        facts: list[dict[str, Any]] = []
        for number in numbers:
            versions, key, changed = self.chance.choice(self.templates), uuid.uuid4(), self._facts(number)
            for language in LANGUAGES:
                source = versions[language]
                pages.append(_page(source, changed, key))
                sources.append(source)
                facts.append(changed)
        self._place(pages)
        Page.objects.bulk_create(pages)
        self._insert_case_rows(pages, sources)
        contents = [_content(*made) for made in zip(pages, sources, facts, strict=True)]
        revisions = Revision.objects.bulk_create(
            Revision(
                content_type=self.content_type,
                base_content_type=ContentType.objects.get_for_model(Page),
                object_id=str(page.pk),
                created_at=page.first_published_at,
                content=content,
                object_str=page.title,
            )
            for page, content in zip(pages, contents, strict=True)
        )
        for page, revision in zip(pages, revisions, strict=True):
            page.live_revision = page.latest_revision = revision
        Page.objects.bulk_update(pages, ["live_revision", "latest_revision"])
        PublishedDocument.objects.bulk_create(
            _document(*made) for made in zip(pages, sources, facts, revisions, strict=True)
        )

    def _facts(self, number: int) -> dict[str, Any]:
        """What one case has in every language."""
        start = self.chance.randint(2012, 2026)
        code, name = self.chance.choice(self.municipalities)
        return {
            "number": number + 1,
            "status": self.chance.choice(CasePage.Status.values),
            "start_date": str(start),
            "end_date": str(start + self.chance.randint(1, 5)),
            "priorities": self.chance.sample(self.priorities, k=min(2, len(self.priorities))),
            "goals": self.chance.sample(range(1, 18), k=3),
            "municipalities": [code],
            "names": name,
            "locations": [(60.1 + self.chance.random() / 2, 24.1 + 2 * self.chance.random())],
        }

    def _place(self, pages: list[Page]) -> None:
        """Below the list of cases of its language, each at a place of its own."""
        for parent_path in sorted({page.path[:-4] for page in pages}):
            here = [page for page in pages if page.path[:-4] == parent_path]
            last = Page.objects.filter(path__startswith=parent_path, depth=here[0].depth).order_by("-path").first()
            step = int(last.path[-4:], 36) if last else 0
            for page in here:
                step += 1
                page.path = Page._get_path(parent_path, page.depth, step)  # noqa: SLF001  # treebeard has no other
            Page.objects.filter(path=parent_path).update(numchild=F("numchild") + len(here))

    def _insert_case_rows(self, pages: list[Page], sources: list[PublishedDocument]) -> None:
        """Django cannot insert only a case's own row of its two."""
        own = [field.column for field in CasePage._meta.local_concrete_fields if not field.primary_key]
        columns = ", ".join(f'"{column}"' for column in own)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {CasePage._meta.db_table} (page_ptr_id, {columns})"  # noqa: S608  # the model's own names
                f" SELECT %s, {columns} FROM {CasePage._meta.db_table} WHERE page_ptr_id = %s",
                [(page.pk, source.pk) for page, source in zip(pages, sources, strict=True)],
            )


def _columns(row: Model) -> dict[str, Any]:
    fields = [field for field in row._meta.concrete_fields if not field.primary_key and not field.generated]
    return {field.attname: getattr(row, field.attname) for field in fields}


def _page(source: PublishedDocument, facts: dict[str, Any], key: uuid.UUID) -> Page:
    number, original = facts["number"], source.page
    slug, title = f"{MADE}-{number}", _title(source, facts)
    published = original.first_published_at - timedelta(days=number % 3650, minutes=number)
    return Page(
        **{
            **_columns(original),
            "title": title,
            "draft_title": title,
            "slug": slug,
            "url_path": f"{original.url_path.rstrip('/').rpartition('/')[0]}/{slug}/",
            "translation_key": key,
            "first_published_at": published,
            "last_published_at": published,
            "latest_revision_created_at": published,
            "live_revision_id": None,
            "latest_revision_id": None,
            "has_unpublished_changes": False,
        }
    )


def _title(source: PublishedDocument, facts: dict[str, Any]) -> str:
    language = source.page.locale.language_code
    return f"{source.title} {facts['number']}, {facts['names'].get(language) or facts['names']['fi']}"


def _content(page: Page, source: PublishedDocument, facts: dict[str, Any]) -> dict[str, Any]:
    """The revision's content: rows name pages and reference data by their primary keys."""
    rows = {
        "priorities": [{"priority": pk} for pk, _ in facts["priorities"]],
        "goals": [{"goal": goal} for goal in facts["goals"]],
        "municipalities": [{"municipality": code} for code in facts["municipalities"]],
        "locations": [{"latitude": latitude, "longitude": longitude} for latitude, longitude in facts["locations"]],
    }
    numbered = {
        name: [{"pk": None, "sort_order": place, "page": page.pk, **row} for place, row in enumerate(children)]
        for name, children in rows.items()
    }
    kept = {
        name: [{**row, "pk": None, "page": page.pk} for row in value]
        for name, value in source.revision_content.items()
        if isinstance(value, list) and value and "sort_order" in value[0]
    }
    own = {"pk": page.pk, "title": page.title, "draft_title": page.title, "slug": page.slug, "path": page.path}
    key = {"translation_key": str(page.translation_key), "url_path": page.url_path}
    same = {name: facts[name] for name in ("status", "start_date", "end_date")}
    return {**source.revision_content, **kept, **own, **key, **same, **numbered}


def _document(page: Page, source: PublishedDocument, facts: dict[str, Any], revision: Revision) -> PublishedDocument:
    """The document of that content: references are translation keys."""
    document = {
        **source.document,
        "title": page.title,
        **{name: facts[name] for name in ("status", "start_date", "end_date")},
        "priorities": [{"priority": key} for _, key in facts["priorities"]],
        "goals": [{"goal": goal} for goal in facts["goals"]],
        "municipalities": [{"municipality": code} for code in facts["municipalities"]],
        "locations": [{"latitude": latitude, "longitude": longitude} for latitude, longitude in facts["locations"]],
    }
    return PublishedDocument(
        **{
            **_columns(source),
            "page_id": page.pk,
            "revision_id": revision.pk,
            "revision_content": revision.content,
            "title": page.title,
            "document": document,
            "facets": CasePage.facets(document),
            "sort_title": sort_key(page.title, source.page.locale.language_code),
            "listed_at": page.first_published_at,
            "search_text": {**source.search_text, "A": page.title},
            "search_words": {**source.search_words, **search_words({"A": page.title})},
        }
    )
