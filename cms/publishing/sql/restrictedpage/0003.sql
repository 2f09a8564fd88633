-- The pages that only their restrictions keep from being public, and which restrictions these are. Its columns are those
-- of publishedpage, and "restrictions".
CREATE VIEW publishing_restrictedpage AS
SELECT page.id,
       page.translation_key,
       document.type,
       root.locale,
       root.site_id,
       root.origin,
       page.path AS tree_path,
       page.depth,
       substr(page.url_path, root.url_length + 1) AS path,
       CASE
           WHEN EXISTS (
               SELECT FROM wagtailcore_page AS other
               WHERE split_part(other.url_path, '/', -2) = split_part(page.url_path, '/', -2)
                 AND other.translation_key <> page.translation_key AND other.live
           ) THEN publishing_taken_in(
               root.site_id, root.locale, substr(page.url_path, root.url_length + 1), page.translation_key, page.id
           )
           ELSE '{}'
       END AS taken_in,
       split_part(page.url_path, '/', -2) AS slug,
       (
           SELECT right(original.path, 4) FROM wagtailcore_page AS original
           WHERE original.translation_key = page.translation_key ORDER BY original.id LIMIT 1
       ) AS position,
       parent.translation_key AS parent_key,
       ARRAY(
           SELECT ancestor.translation_key
           FROM wagtailcore_page AS ancestor
           WHERE ancestor.path = ANY (ARRAY(
               SELECT left(page.path, 4 * ancestor_depth)
               FROM generate_series(root.depth, page.depth - 1) AS ancestor_depth
           ))
           ORDER BY ancestor.path
       ) AS ancestor_keys,
       page.first_published_at,
       page.last_published_at,
       document.format,
       document.title,
       document.document,
       document.mentions,
       document.facets,
       document.text_digest,
       document.source_digest,
       document.sort_title,
       document.listed_at,
       document.noindex,
       document.search_text,
       document.search_vector,
       document.folded_vector,
       document.folded_title,
       ARRAY(
           SELECT DISTINCT held.id FROM (
               WITH held AS MATERIALIZED (
                   SELECT restriction.id, version.path FROM wagtailcore_pageviewrestriction AS restriction
                   JOIN wagtailcore_page AS restricted ON restricted.id = restriction.page_id
                   JOIN wagtailcore_page AS version ON version.translation_key = restricted.translation_key
               )
               SELECT held.id FROM held WHERE starts_with(page.path, held.path)
           ) AS held ORDER BY held.id
       ) AS restrictions
FROM publishing_publisheddocument AS document
JOIN wagtailcore_page AS page ON page.id = document.page_id
JOIN publishing_site_roots() AS root ON root.locale_id = page.locale_id AND starts_with(page.path, root.path)
LEFT JOIN wagtailcore_page AS parent ON parent.path = left(page.path, -4)
WHERE page.live
  AND page.alias_of_id IS NULL
  AND (page.expire_at IS NULL OR page.expire_at > statement_timestamp())
  AND page.path ^@ ANY ((SELECT publishing_restricted_paths())::text[]);
