"""The only home of what may have been meant by a path that leads nowhere."""

from collections.abc import Sequence

from api.reading.languages import Reader, best_versions
from api.reading.routes.paths import SitePath
from api.reading.sites import the_site
from api.reading.sql import Sql, load, of_query, together
from api.reading.storable import is_storable
from api.reading.versions import Version
from cms.publishing.words import words

SUGGESTIONS = 5
LONGEST = 200  # of what is compared, in characters
# How much alike they are at least, round by round; the last is what PostgreSQL's own operator takes for similar.
ROUNDS = ("0.7", "0.5", "0.4", "0.3")
NOT_ENOUGH = "(SELECT count(*) FROM {before}) < %(most)s"


def suggestions(path: SitePath, reader: Reader) -> list[Version]:
    """Up to five pages whose path or title is written much alike, the likest first."""
    wanted = path.below_prefix if path.locale else str(path).strip("/")
    wanted = wanted[-LONGEST:]
    title = " ".join(words(wanted.strip("/").rpartition("/")[2]))
    if not title or not is_storable(wanted):
        return []
    found = of_query(best_versions(reader).values("page_id", "translation_key", "site_id", "locale"), "page")
    names = [f"round_{number}" for number in range(len(ROUNDS))]
    statement = load(
        "suggestions",
        columns=Sql(", ".join(Version._fields)),
        site=the_site(reader.site),
        chain=reader.chain,
        rounds=together(", ", *(_round(found, least, names[: number + 1]) for number, least in enumerate(ROUNDS))),
        alike=together(" UNION ", *(Sql(f"TABLE {name}") for name in names)),
        path=wanted,
        title=title,
        most=SUGGESTIONS,
    )
    return [Version(*row) for row in statement.rows()]


def _round(found: Sql, least: str, names: Sequence[str]) -> Sql:
    """The last of the rounds that have these names."""
    *before, name = names
    not_enough = Sql(" AND ".join(["TRUE", *(NOT_ENOUGH.format(before=one) for one in before)]))
    return load("suggestions_round", name=Sql(name), least=Sql(least), found=found, not_enough=not_enough)
