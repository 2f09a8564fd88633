"""The only home of a person, an organisation or a site's settings as answers read them, as plain values."""

from typing import Any, NamedTuple

from api.reading.rows.as_json import Selection, of_columns
from api.reading.sql import Sql
from cms.publishing.mentions import Kinds
from cms.publishing.models import PublishedSnippet


class Snippet(NamedTuple):
    type: str
    translation_key: str
    locale: str
    document: dict[str, Any]
    mentions: dict[str, Kinds]

    def text(self, name: str) -> str:
        value: str = self.document.get(name) or ""
        return value


def snippets(condition: Sql) -> Selection:
    """Those that are published and meet a condition."""
    return of_columns(PublishedSnippet, Snippet, Snippet._fields, condition)
