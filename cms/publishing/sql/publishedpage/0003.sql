-- The definition of "public": a page that has been published and is live, no alias, not past its expiry by the clock, and
-- under no view restriction, its own or an ancestor's, set on it in any language. Everything but the document itself is
-- read from Wagtail's rows, so every change of theirs is true in the transaction that makes it.
--
-- A page is there once for every site that it is on, so whoever reads the view names the site.
--
-- Where two pages have one path, `taken_in` says so of each: the languages in which another page stands there that comes
-- before it. Who reads in one of these languages, before the page's own, finds the page beside that path. Few pages share
-- a slug with another: only for them is it asked, by a function, who is there. The slug is the last part of the path,
-- because a bulk update may change Wagtail's own alone.
CREATE VIEW publishing_publishedpage AS
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
       document.folded_title
FROM publishing_publisheddocument AS document
JOIN wagtailcore_page AS page ON page.id = document.page_id
JOIN publishing_site_roots() AS root ON root.locale_id = page.locale_id AND starts_with(page.path, root.path)
LEFT JOIN wagtailcore_page AS parent ON parent.path = left(page.path, -4)
WHERE page.live
  AND page.alias_of_id IS NULL
  AND (page.expire_at IS NULL OR page.expire_at > statement_timestamp())
  AND NOT (page.path ^@ ANY ((SELECT publishing_restricted_paths())::text[]));
