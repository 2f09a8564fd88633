-- The pages that the reader gets whose path or title is written most alike: found in rounds, each time among those that are
-- a little less alike, until there are enough; and shown as the view has them.
WITH wanted AS MATERIALIZED (
    SELECT publishing_folded(%(title)s) AS title, ARRAY(
        SELECT DISTINCT substr(page.url_path, strpos(substr(page.url_path, 2), '/') + 2) || %(path)s
        FROM publishing_site_roots() AS root JOIN wagtailcore_page AS page ON page.path = root.path
        WHERE root.site_id = {site} AND root.locale = ANY (%(chain)s)
    ) AS paths
),
{rounds}
SELECT {columns}
FROM (
    SELECT page_id, likeness FROM ({alike}) AS found ORDER BY likeness DESC, path, translation_key LIMIT %(most)s
) AS likest
JOIN publishing_publishedpage ON id = likest.page_id
WHERE publishing_publishedpage.site_id = {site} AND publishing_publishedpage.locale = ANY (%(chain)s)
ORDER BY likeness DESC, path, translation_key
