"""The only home of what may have been meant by a path that leads nowhere."""

from api.reading.languages import Reader, best_versions
from api.reading.routes.paths import SitePath
from api.reading.sites import the_site
from api.reading.sql import Sql, load, of_query
from api.reading.storable import is_storable
from api.reading.versions import Version
from cms.publishing.words import words

SUGGESTIONS = 5
LONGEST = 200  # of what is compared, in characters
LEAST_ALIKE = 0.3  # what PostgreSQL's own operator takes for similar


def suggestions(path: SitePath, reader: Reader) -> list[Version]:
    """Up to five pages whose path or title is written much alike, the likest first."""
    wanted = path.below_prefix if path.locale else str(path).strip("/")
    wanted = wanted[-LONGEST:]
    title = " ".join(words(wanted.strip("/").rpartition("/")[2]))
    if not title or not is_storable(wanted):
        return []
    statement = load(
        "suggestions",
        columns=Sql(", ".join(Version._fields)),
        site=the_site(reader.site),
        chain=reader.chain,
        found=of_query(best_versions(reader).values("page_id", "translation_key", "site_id", "locale"), "page"),
        path=wanted,
        title=title,
        least=LEAST_ALIKE,
        most=SUGGESTIONS,
    )
    return [Version(*row) for row in statement.rows()]
