"""The only home of pages without their bodies: what a list reads, since cards show no bodies and bodies are long."""

from collections.abc import Iterable
from typing import Any

from django.db.models import JSONField, QuerySet

from api.sql import expression
from cms.publishing.models import PublishedPage

_table = PublishedPage._meta.db_table
_head = expression(f"{_table}.document - 'body'", (), JSONField())
_body = expression(f"{_table}.document -> 'body'", (), JSONField())


def heads(rows: QuerySet[PublishedPage]) -> QuerySet[PublishedPage]:
    """The same pages; their documents have no body until `add_bodies` brings it."""
    return rows.defer("document").annotate(head=_head)


def with_document(row: PublishedPage) -> PublishedPage:
    """The row with what was read of its document."""
    if "head" in row.__dict__:
        row.document = row.__dict__.pop("head")
        row.__dict__["is_head"] = True
    return row


def add_bodies(rows: Iterable[PublishedPage]) -> bool:
    """Read the bodies of all pages that lack theirs, in one statement. Whether there were any."""
    without = {row.id: row for row in rows if row.__dict__.pop("is_head", False)}
    if not without:
        return False
    # Pages on several sites have one body.
    bodies: dict[int, Any] = dict(PublishedPage.objects.filter(id__in=without).values_list("id", _body))
    for key, row in without.items():
        row.document["body"] = bodies.get(key) or []
    return True
