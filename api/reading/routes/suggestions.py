"""The only home of what may have been meant by a path that leads nowhere."""

from django.db.models import FloatField

from api.reading.languages import Reader, best_versions
from api.reading.routes.paths import SitePath
from api.reading.sql import sql
from api.reading.storable import is_storable
from api.reading.versions import Version
from cms.publishing.words import words

SUGGESTIONS = 5
LONGEST = 200  # of what is compared, in characters
LEAST_ALIKE = 0.3  # what PostgreSQL's own operator takes for similar

_LIKENESS = """
    greatest(
        similarity(publishing_publishedpage.path, %(path)s),
        similarity(publishing_publishedpage.folded_title, publishing_folded(%(title)s))
    )
"""


def suggestions(path: SitePath, reader: Reader) -> list[Version]:
    """Up to five pages whose path or title is written much alike, the likest first."""
    wanted = path.below_prefix if path.locale else str(path).strip("/")
    wanted = wanted[-LONGEST:]
    title = " ".join(words(wanted.strip("/").rpartition("/")[2]))
    if not title or not is_storable(wanted):
        return []
    likeness = sql(_LIKENESS, path=wanted, title=title).as_expression(FloatField())
    rows = best_versions(reader).annotate(likeness=likeness).filter(likeness__gte=LEAST_ALIKE)
    found = rows.order_by("-likeness", "path", "translation_key").values_list(*Version._fields)[:SUGGESTIONS]
    return [Version(*row) for row in found]
