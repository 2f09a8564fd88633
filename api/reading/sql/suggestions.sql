-- The pages that the reader gets whose path or title is written most alike: found by a path made as the view makes it,
-- and shown as the view has them.
SELECT {columns}
FROM (
    SELECT found.page_id, likeness
    FROM ({found}) AS found (page_id, translation_key, site_id, locale)
    JOIN publishing_publisheddocument AS document ON document.page_id = found.page_id
    JOIN wagtailcore_page AS page ON page.id = found.page_id
    JOIN publishing_site_roots() AS root ON root.site_id = found.site_id AND root.locale = found.locale
    CROSS JOIN LATERAL substr(page.url_path, root.url_length + 1) AS found_path
    CROSS JOIN LATERAL greatest(
        similarity(found_path, %(path)s), similarity(document.folded_title, publishing_folded(%(title)s))
    ) AS likeness
    WHERE likeness >= %(least)s ORDER BY likeness DESC, found_path, found.translation_key LIMIT %(most)s
) AS likest
JOIN publishing_publishedpage ON id = likest.page_id
WHERE publishing_publishedpage.site_id = {site} AND publishing_publishedpage.locale = ANY (%(chain)s)
ORDER BY likeness DESC, path, translation_key
