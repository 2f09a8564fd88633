"""The only home of what may have been meant by a path that leads nowhere."""

from django.db.models import FloatField
from django.db.models.expressions import RawSQL

from api.locales import Reader, best_versions
from api.reading.routes.paths import SitePath
from api.references import Version
from api.rows.storable import is_storable
from cms.publishing.models import PublishedPage
from cms.publishing.words import words

SUGGESTIONS = 5
LONGEST = 200  # of what is compared, in characters
LEAST_ALIKE = 0.3  # what PostgreSQL's own operator takes for similar

_view = PublishedPage._meta.db_table
_likeness = f"""
    greatest(
        similarity({_view}.path, %s),
        similarity({_view}.folded_title, publishing_folded(%s))
    )
"""


def suggestions(path: SitePath, reader: Reader) -> list[Version]:
    """Up to five pages whose path or title is written much alike, the likest first."""
    wanted = path.below_prefix if path.locale else str(path).strip("/")
    wanted = wanted[-LONGEST:]
    title = " ".join(words(wanted.strip("/").rpartition("/")[2]))
    if not title or not is_storable(wanted):
        return []
    likeness = RawSQL(_likeness, (wanted, title), output_field=FloatField())  # noqa: S611  # values are parameters
    rows = best_versions(reader).annotate(likeness=likeness).filter(likeness__gte=LEAST_ALIKE)
    found = rows.order_by("-likeness", "path", "translation_key").values_list(*Version._fields)[:SUGGESTIONS]
    return [Version(*row) for row in found]
