"""The only home of what is known of a path where no public page is: whose it was once, and what is private there."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection

from api.locales import Reader
from api.private.access import Restriction
from api.routing.paths import SitePath
from api.sites import choose_site, site_params
from cms.publishing.models import PathHistory, RestrictedPage

# What is restricted is found whatever hides it besides: nobody shall learn of it by its path that it is gone.
_traces = f"""
WITH asked AS (SELECT * FROM unnest(%s::text[], %s::text[]) AS asked (locale, path)),
site AS (SELECT {{site}} AS id),
remembered AS (
    SELECT history.locale, history.path, history.translation_key
    FROM {PathHistory._meta.db_table} AS history JOIN asked USING (locale, path)
    WHERE history.site_id = (SELECT id FROM site)
)
SELECT remembered.locale, remembered.path, NULL, remembered.translation_key::text, NULL AS restrictions, EXISTS (
    SELECT FROM wagtailcore_page AS page
    WHERE page.translation_key = remembered.translation_key
      AND page.path ^@ ANY ((SELECT publishing_restricted_paths())::text[])
) AS concealed
FROM remembered
UNION ALL
SELECT page.locale, page.path, page.taken_in, page.translation_key::text, (
    SELECT jsonb_agg(jsonb_build_array(restriction.id, restriction.restriction_type, restriction.password, ARRAY(
        SELECT members.group_id FROM wagtailcore_pageviewrestriction_groups AS members
        WHERE members.pageviewrestriction_id = restriction.id
    )))
    FROM wagtailcore_pageviewrestriction AS restriction WHERE restriction.id = ANY (page.restrictions)
), TRUE
FROM {RestrictedPage._meta.db_table} AS page
WHERE page.site_id = (SELECT id FROM site) AND (
    page.translation_key IN (SELECT translation_key FROM remembered)
    OR page.translation_key IN (
        SELECT there.translation_key FROM {RestrictedPage._meta.db_table} AS there JOIN asked USING (locale, path)
        WHERE there.site_id = (SELECT id FROM site)
    )
)
"""  # noqa: S608  # made of nothing that a client wrote


class Private(NamedTuple):
    """A page that its restrictions keep from being public."""

    key: str
    locale: str
    path: str
    taken_in: list[str]
    restrictions: list[Restriction]

    @property
    def translation_key(self) -> str:
        return self.key


class Traces:
    def __init__(self) -> None:
        self.owners: dict[tuple[str, str], str] = {}  # by locale and path, the key of whose it was last
        self.private: list[Private] = []
        self.concealed: set[str] = set()  # the keys of what is restricted, whether or not it is published

    def owners_of(self, path: SitePath, reader: Reader) -> list[str]:
        """The keys of the pages that were at the path in the languages of the chain, the best language first."""
        places = ((code, path.of_pages) for code in reader.chain)
        owners = [self.owners[place] for place in places if place in self.owners]
        return [key for key in owners if path.beside is None or key.startswith(path.beside.digits)]

    def private_at(self, path: SitePath, reader: Reader) -> list[Private]:
        """What is private at the path in the languages of the chain, the best language first."""
        there = [page for page in self.private if page.locale in reader.chain and reader.path(page) == str(path)]
        return sorted(there, key=lambda page: reader.chain.index(page.locale))

    def private_of(self, keys: Iterable[str], reader: Reader) -> list[Private]:
        """The versions of these pages that the reader could get if they were public, the best language first."""
        wanted = set(keys)
        versions = [page for page in self.private if page.key in wanted and page.locale in reader.chain]
        return sorted(versions, key=lambda page: reader.chain.index(page.locale))


def load_traces(reader: Reader, paths: Iterable[SitePath]) -> Traces:
    """What is known of these paths on the reader's site; one statement."""
    places = {(code, path.of_pages) for path in paths if path.locale for code in reader.in_language(path.locale).chain}
    traces = Traces()
    if not places:
        return traces
    locales, below = zip(*sorted(places), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_traces.format(site=choose_site), [list(locales), list(below), *site_params(reader.site)])
        for locale, path, taken_in, key, restrictions, concealed in cursor.fetchall():
            if concealed:
                traces.concealed.add(key)
            if restrictions is None:
                traces.owners[locale, path] = key
            else:
                held = [Restriction(*restriction) for restriction in json.loads(restrictions)]
                traces.private.append(Private(key, locale, path, taken_in, held))
    return traces
