-- Those that are at least as alike as {least}, if there are not enough yet. A page's path is made as the view makes it.
{name} AS MATERIALIZED (
    SELECT found.page_id, found.translation_key, own.path, likeness
    FROM publishing_alike_pages((SELECT paths FROM wanted), (SELECT title FROM wanted), {least}) AS alike (page_id)
    JOIN ({found}) AS found (page_id, translation_key, site_id, locale) ON found.page_id = alike.page_id
    JOIN publishing_pagewords AS entry ON entry.page_id = found.page_id
    JOIN wagtailcore_page AS page ON page.id = found.page_id
    JOIN publishing_site_roots() AS root ON root.site_id = found.site_id AND root.locale = found.locale
    CROSS JOIN LATERAL substr(page.url_path, root.url_length + 1) AS own (path)
    CROSS JOIN LATERAL greatest(
        similarity(own.path, %(path)s), similarity(entry.folded_title, (SELECT title FROM wanted))
    ) AS likeness
    WHERE likeness >= {least} AND {not_enough}
)
