"""The only home of all redirects of a site in every language, each in one step: what `route` would answer."""

from typing import NamedTuple

from django.db import connection
from django.utils.encoding import iri_to_uri

from api.locales import LocaleCode
from api.reading.routes.destinations import Destinations
from api.reading.routes.paths import SitePath
from api.reading.routes.redirects import chain, redirects_from
from api.reading.routes.traces import load_traces
from api.references import References, Version
from api.sites import choose_site, site_params
from cms.publishing.models import PathHistory, PublishedPage, RestrictedPage

# For readers of every language: whose the path was last, the best language first, and where that page is now. A path at
# which the reader gets a page now, or is asked for a password, is left out.
_automatic = f"""
WITH reach AS (SELECT * FROM unnest(%s::text[], %s::text[], %s::int[]) AS reach (reader, locale, rank)),
site AS (SELECT {{site}} AS id),
page AS MATERIALIZED (
    SELECT id, translation_key, locale, path FROM {PublishedPage._meta.db_table} WHERE site_id = (SELECT id FROM site)
),
version AS (
    SELECT DISTINCT ON (reader, translation_key) reach.reader, page.id, page.translation_key, page.path
    FROM page JOIN reach USING (locale) ORDER BY reader, translation_key, rank
),
led AS (
    SELECT DISTINCT ON (reach.reader, history.path)
           reach.reader, history.path, version.id AS page_id, version.path AS now
    FROM {PathHistory._meta.db_table} AS history
    JOIN reach USING (locale)
    JOIN version ON (version.reader, version.translation_key) = (reach.reader, history.translation_key)
    LEFT JOIN page AS there
      ON (there.translation_key, there.locale, there.path) = (history.translation_key, history.locale, history.path)
    WHERE history.site_id = (SELECT id FROM site)
    ORDER BY reach.reader, history.path, there.path IS NULL, reach.rank
)
SELECT led.reader, led.path, {", ".join(f"now.{column}" for column in Version._fields)}
FROM led JOIN {PublishedPage._meta.db_table} AS now ON now.id = led.page_id AND now.site_id = (SELECT id FROM site)
WHERE led.path <> led.now AND NOT EXISTS (
    SELECT FROM {RestrictedPage._meta.db_table} AS restricted JOIN reach USING (locale)
    WHERE (reach.reader, restricted.path, restricted.site_id) = (led.reader, led.path, (SELECT id FROM site))
      AND NOT EXISTS (
          SELECT FROM wagtailcore_pageviewrestriction AS restriction
          WHERE restriction.id = ANY (restricted.restrictions) AND restriction.restriction_type <> 'password'
      )
)
"""  # noqa: S608  # made of nothing that a client wrote


class Entry(NamedTuple):
    path: str
    location: str
    permanent: bool


def all_redirects(references: References) -> list[Entry]:
    """By path, as code points sort; a few statements, however many there are, once in each answer."""
    if "redirects" not in references.memo:
        entries = {entry.path.rstrip("/"): entry for entry in (*_automatic_ones(references), *_manual_ones(references))}
        references.memo["redirects"] = sorted(entries.values())
    found: list[Entry] = references.memo["redirects"]
    return found


def _automatic_ones(references: References) -> list[Entry]:
    readers = [references.reader.in_language(code.value) for code in LocaleCode]
    reach = [(reader.locale, code, rank) for reader in readers for rank, code in enumerate(reader.chain)]
    with connection.cursor() as cursor:
        cursor.execute(
            _automatic.format(site=choose_site),
            [*(list(column) for column in zip(*reach, strict=True)), *site_params(references.reader.site)],
        )
        rows = cursor.fetchall()
    by_language = {reader.locale: reader for reader in readers}
    return [
        Entry(f"/{locale}/{path}", iri_to_uri(by_language[locale].path(Version(*now))), permanent=True)
        for locale, path, *now in rows
    ]


def _manual_ones(references: References) -> list[Entry]:
    redirects = redirects_from(references.reader)
    chains = {path: chain(redirect, redirects) for path, redirect in redirects.items()}
    origins = {path: SitePath.parse(path) for path in redirects if path != "/"}
    places = [step.path for steps in chains.values() for step in steps if step.path]
    destinations = Destinations(references, load_traces(references.reader, [*origins.values(), *places]))
    destinations.load(origins.values(), chains.values())
    found = []
    for path, origin in origins.items():
        destination = None if destinations.is_page(origin) else destinations.of_steps(chains[path], origin)
        if destination:
            found.append(Entry(path, *destination))
    return found
