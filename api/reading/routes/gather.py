"""The only home of gathering what is known of a path, in three statements at most, with the row that is to be shown.

A page that the reader finds at its path takes the first statement alone: nothing else that is known would matter.
"""

from api.reading.languages import Placed, best_of
from api.reading.private.access import Access
from api.reading.private.pages import read_private_page
from api.reading.references import References
from api.reading.routes.known import look_up
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import steps_from
from api.reading.routes.visit import Place, PrivateVersion, Visit
from api.reading.rows.row import Row
from api.reading.sql import Sql, sql, together
from api.reading.storable import is_storable

WITH_SLUG = """
    found.page_id IN (SELECT id FROM wagtailcore_page WHERE split_part(url_path, '/', -2) = %(slug)s)
"""
AT_A_ROOT = Sql(
    "found.page_id IN (SELECT id FROM wagtailcore_page WHERE path IN (SELECT path FROM publishing_site_roots()))"
)
BEST_FIRST = "ORDER BY array_position(%(chain)s::text[], locale), id LIMIT 1"


def gather(path: SitePath, references: References, access: Access) -> Visit:
    """What is known of a visitor's path. Raise InvalidTokenError where the request has such a token and it matters."""
    reader = references.reader
    if not path.prefix or not is_storable(path.text) or not is_storable(str(path)):
        return Visit(path, reader)
    if page := _page_at(path, references):
        return Visit(path, reader, {path: Place(reader, [page])})
    access.verify()  # whatever is there: an error in some places only would tell of them
    known = look_up(reader, [path], old_paths=path.old_paths)
    steps = steps_from(path, known.redirects)
    visit = known.visit(path, reader, steps, access)
    if not any(step.path for step in steps) or any(version.is_open for version in visit.private_here):
        return visit
    return look_up(reader, [path], steps=steps).visit(path, reader, steps, access)


def read_page(version: Placed, references: References) -> Row | None:
    """The row of a version that is to be shown, where only its place is known; None where it went in the meantime."""
    if isinstance(version, Row):
        return version
    if isinstance(version, PrivateVersion):
        return read_private_page(version.key, version.locale, references.reader)
    this = sql("translation_key = %(key)s AND locale = %(locale)s", key=version.translation_key, locale=version.locale)
    return next(iter(references.read_whole_pages(this)), None)


def _page_at(path: SitePath, references: References) -> Row | None:
    """The public page whose path this is, for the reader."""
    if path.locale is None:
        return None
    reader = references.reader
    # The slug and the place of a home page have an index; a path below a site's root has none.
    slug = path.of_pages.rstrip("/").rpartition("/")[2]
    best = best_of(reader, sql(WITH_SLUG, slug=slug) if slug else AT_A_ROOT)
    where = sql("{best} AND path = %(path)s", best=best, path=path.of_pages)
    if path.beside:
        first, last = path.beside.keys()
        meant = sql("translation_key BETWEEN %(first_key)s AND %(last_key)s", first_key=first, last_key=last)
        where = together(" AND ", where, meant)
    rows = references.read_whole_pages(where, tail=sql(BEST_FIRST, chain=reader.chain))
    return next((row for row in rows if reader.path(row) == str(path)), None)
