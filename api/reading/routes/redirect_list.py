"""The only home of all redirects of a site in every language, each in one step: what is decided of every known path."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings

from api.reading.languages import Reader
from api.reading.private.access import Access
from api.reading.routes.decision import Redirect, decide
from api.reading.routes.known import look_up, look_up_redirects, reader_at
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import steps_from
from api.reading.sites import the_site
from api.reading.sql import Sql, load
from cms.publishing.public_index import NOW_SHOWN

ANYBODY = Access("")


class Entry(NamedTuple):
    path: str
    location: str
    permanent: bool


def all_redirects(reader: Reader) -> list[Entry]:
    """By path, as code points sort; three statements, however many there are."""
    redirects = look_up_redirects(reader).redirects
    paths = {text: SitePath.parse(text) for text in (*_paths_without_a_page(reader), *redirects)}
    steps = {text: steps_from(path, redirects) for text, path in paths.items()}
    known = look_up(reader, paths.values(), steps=[step for of_path in steps.values() for step in of_path])
    found: dict[str, Entry] = {}
    for text, path in paths.items():
        answer = decide(known.visit(path, reader_at(path, reader), steps[text], ANYBODY))
        if path.prefix and isinstance(answer, Redirect):  # the site's first page is no path of anybody's
            found[text.rstrip("/")] = Entry(text, answer.location, answer.permanent)
    return sorted(found.values())


def _paths_without_a_page(reader: Reader) -> Iterable[str]:
    """What was public once, for readers of every language, and may be elsewhere now."""
    readers = [reader.in_language(code) for code in dict(settings.LANGUAGES)]
    reach = [(each.locale, code) for each in readers for code in each.chain]
    each_reader, locales = (list(column) for column in zip(*reach, strict=True))
    unsettled = load(
        "unsettled_paths", site=the_site(reader.site), readers=each_reader, locales=locales, now_shown=Sql(NOW_SHOWN)
    )
    return [f"/{locale}/{path}" for locale, path in unsettled.rows()]
