-- For readers of every language, the paths that were public once and are no page's path now, as far as one look tells:
-- where another page has the slug, it does not tell. A page's path is made as the view makes it.
-- Sets are compared, which PostgreSQL does in one way: of joins it would choose a slow one while it has no statistics.
WITH site AS (SELECT {site} AS id)
SELECT reach.reader, history.path
FROM publishing_pathhistory AS history
JOIN unnest(%(readers)s::text[], %(locales)s::text[]) AS reach (reader, locale) USING (locale)
WHERE history.site_id = (SELECT id FROM site)
EXCEPT
SELECT found.reader, substr(page.url_path, root.url_length + 1)
FROM publishing_publicindex AS found
JOIN wagtailcore_page AS page ON page.id = found.page_id
JOIN publishing_site_roots() AS root ON root.site_id = found.site_id AND root.locale = found.locale
WHERE found.site_id = (SELECT id FROM site) AND {now_shown} AND split_part(page.url_path, '/', -2) NOT IN (
    SELECT split_part(url_path, '/', -2) FROM wagtailcore_page WHERE live
    GROUP BY split_part(url_path, '/', -2) HAVING count(DISTINCT translation_key) > 1
)
