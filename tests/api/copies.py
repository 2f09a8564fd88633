"""The only home of many published pages and snippets made cheaply: copies of rows, without revisions and forms."""

import itertools
import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from cms.publishing.collation import sort_key
from cms.publishing.mentions import kind_of
from cms.publishing.models import PublishedDocument, SnippetDocument

PARTS = ("head", "body")
FREE_PLACES = itertools.count(5000)  # in any tree of a test
Change = Callable[[int, dict[str, Any]], dict[str, Any]]


def copy_row(row: Model, **changes: Any) -> Model:
    """An unsaved copy of a row of its own table."""
    fields = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    return type(row)(**{**fields, **changes})


def copies(page: Page, number: int, change: Change = lambda _, document: document) -> list[PublishedDocument]:
    """Published siblings of a published page, as of yesterday, each a minute younger than the one before.

    `change` gets a copy's number and document, and returns that copy's document.
    """
    original = Page.objects.get(pk=page.pk)
    numbers = range(1, number + 1)
    rows = [
        copy_row(
            original,
            path=f"{original.path[:-4]}{next(FREE_PLACES)}",
            slug=f"{original.slug}-{n}",
            url_path=f"{original.url_path[:-1]}-{n}/",
            translation_key=uuid.uuid4(),
            live_revision_id=None,
            latest_revision_id=None,
        )
        for n in numbers
    ]
    Page.objects.bulk_create(rows)
    source = PublishedDocument.objects.get(page=page)
    documents = []
    for n, row in zip(numbers, rows, strict=True):
        title = f"{source.title} {n:03}"
        document = change(n, json.loads(json.dumps(source.document)))
        documents.append(
            copy_row(
                source,
                pk=row.pk,
                title=title,
                sort_title=sort_key(title, "en"),
                document=document,
                mentions=mentions_of(document, source),
                facets=page.specific_class.facets(document),
                listed_at=source.listed_at + timedelta(days=-1, minutes=n),
            )
        )
    PublishedDocument.objects.bulk_create(documents)
    return documents


def copies_of_snippet(snippet: Model, number: int, change: Change = lambda _, document: document) -> list[Any]:
    """Published copies of a published snippet; `change` likewise."""
    rows = type(snippet).objects.bulk_create(
        copy_row(snippet, translation_key=uuid.uuid4(), live_revision_id=None, latest_revision_id=None)
        for _ in range(number)
    )
    source = SnippetDocument.objects.get(type=kind_of(type(snippet)), object_id=snippet.pk)
    SnippetDocument.objects.bulk_create(
        copy_row(source, object_id=row.pk, document=change(n, dict(source.document))) for n, row in enumerate(rows, 1)
    )
    return rows


def mentions_of(document: dict[str, Any], source: PublishedDocument) -> dict[str, Any]:
    """What a changed document of `source` mentions, where its references stand under the same names as in `source`.

    Rows of two kinds may have one id; then both are mentioned.
    """
    kinds = [(part, kind, keys) for part in PARTS for kind, keys in source.mentions[part].items()]
    named = {
        (name, kind)
        for of, name, value in leaves(source.document)
        for part, kind, keys in kinds
        if of == part and value in keys and not isinstance(value, bool)
    }
    mentions: dict[str, Any] = {"head": {}, "body": {}, "pictures": source.mentions["pictures"]}
    for part, name, value in leaves(document):
        for kind in (kind for known, kind in named if known == name and value is not None):
            mentions[part].setdefault(kind, []).append(value)
    return mentions


def leaves(document: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """What a document holds that holds nothing else, with its part and the last name on its way."""

    def below(part: str, name: str, value: Any) -> Iterator[tuple[str, str, Any]]:
        if isinstance(value, dict):
            for key, child in value.items():
                yield from below(part, key, child)
        elif isinstance(value, list):
            for child in value:
                yield from below(part, name, child)
        else:
            yield part, name, value

    for name, value in document.items():
        yield from below("body" if name == "body" else "head", name, value)


def replaced(value: Any, keys: Mapping[str, str], numbers: Mapping[str, Mapping[int, int]]) -> Any:
    """A document with other references: `keys` maps translation keys; `numbers` row ids, by the names of fields."""
    if isinstance(value, dict):
        return {
            name: numbers[name].get(child, child)
            if name in numbers and isinstance(child, int)
            else replaced(child, keys, numbers)
            for name, child in value.items()
        }
    if isinstance(value, list):
        return [replaced(child, keys, numbers) for child in value]
    return keys.get(value, value) if isinstance(value, str) else value
