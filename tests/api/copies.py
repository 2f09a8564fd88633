"""The only home of many published pages made cheaply: copies of rows, without revisions and forms."""

import itertools
import json
import uuid
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from cms.publishing.collation import sort_key
from cms.publishing.models import PublishedDocument

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
                facets=page.specific_class.facets(document),
                listed_at=source.listed_at + timedelta(days=-1, minutes=n),
            )
        )
    PublishedDocument.objects.bulk_create(documents)
    return documents


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
