-- For readers of every language, the paths that were public once and are no page's path now, as far as one look tells.
WITH site AS (SELECT {site} AS id),
reach AS (
    SELECT * FROM unnest(%(readers)s::text[], %(locales)s::text[], %(ranks)s::int[]) AS reach (reader, locale, rank)
),
page AS MATERIALIZED (
    SELECT translation_key, locale, path, taken_in FROM publishing_publishedpage WHERE site_id = (SELECT id FROM site)
),
version AS (
    SELECT DISTINCT ON (reach.reader, page.translation_key) reach.reader, page.path, page.taken_in
    FROM page JOIN reach USING (locale) ORDER BY reach.reader, page.translation_key, reach.rank
)
SELECT DISTINCT reach.reader, history.path
FROM publishing_pathhistory AS history JOIN reach USING (locale)
WHERE history.site_id = (SELECT id FROM site) AND NOT EXISTS (
    SELECT FROM version
    WHERE version.reader = reach.reader AND version.path = history.path AND cardinality(version.taken_in) = 0
)
