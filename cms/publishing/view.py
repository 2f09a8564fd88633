"""The only home of the definition of "public", as SQL.

Public is a page that has been published and is live, no alias, not past its expiry by the clock, and under no view
restriction, its own or an ancestor's, set on it in any language. Everything but the document itself is read from
Wagtail's rows, so every change of theirs is true in the transaction that makes it.

A page is there once for every site that it is on, so whoever reads the view names the site.

A second view has the pages that only their restrictions keep from being public. Both are made together: only the newest
migration of the views runs this SQL; the one before it loses its operation.
"""

# Of the site that is called "site", the origin of its frontend; empty for the default site, whose setting says it.
ORIGIN = """
       CASE
           WHEN site.is_default_site THEN ''
           WHEN site.port = 443 THEN 'https://' || site.hostname
           WHEN site.port = 80 THEN 'http://' || site.hostname
           ELSE 'http://' || site.hostname || ':' || site.port
       END
"""

_COLUMNS = """
SELECT page.id,
       page.translation_key,
       document.type,
       root.locale,
       root.site_id,
       root.origin,
       page.path AS tree_path,
       page.depth,
       substr(page.url_path, root.url_length + 1) AS path,
       page.slug,
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
"""

_PAGES = """
FROM publishing_publisheddocument AS document
JOIN wagtailcore_page AS page ON page.id = document.page_id
JOIN publishing_site_roots() AS root ON root.locale_id = page.locale_id AND starts_with(page.path, root.path)
LEFT JOIN wagtailcore_page AS parent ON parent.path = left(page.path, -4)
"""

_ON_AIR = """
page.live
  AND page.alias_of_id IS NULL
  AND (page.expire_at IS NULL OR page.expire_at > statement_timestamp())
"""

# Of the page row that is called "page", the ids of the restrictions that hold. All restrictions are found first, once.
RESTRICTIONS = """
      WITH held AS MATERIALIZED (
          SELECT restriction.id, version.path FROM wagtailcore_pageviewrestriction AS restriction
          JOIN wagtailcore_page AS restricted ON restricted.id = restriction.page_id
          JOIN wagtailcore_page AS version ON version.translation_key = restricted.translation_key
      )
      SELECT held.id FROM held WHERE starts_with(page.path, held.path)
"""

# Read once in a statement, and planned once in a connection: written into the views, their joins would take PostgreSQL
# longer to plan than most answers take to read.
_FUNCTIONS = f"""
CREATE FUNCTION publishing_site_roots()
RETURNS TABLE (
    site_id integer, origin text, locale_id integer, locale text, path text, depth integer, url_length integer
)
LANGUAGE plpgsql STABLE ROWS 3 AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT site.id, {ORIGIN}, root.locale_id, locale.language_code::text, root.path::text, root.depth,
           length(root.url_path)
    FROM wagtailcore_site AS site
    JOIN wagtailcore_page AS original ON original.id = site.root_page_id
    JOIN wagtailcore_page AS root ON root.translation_key = original.translation_key
    JOIN wagtailcore_locale AS locale ON locale.id = root.locale_id;
END
$$;

CREATE FUNCTION publishing_restricted_paths() RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT version.path FROM wagtailcore_pageviewrestriction AS restriction
        JOIN wagtailcore_page AS restricted ON restricted.id = restriction.page_id
        JOIN wagtailcore_page AS version ON version.translation_key = restricted.translation_key
    );
END
$$;
"""  # noqa: S608  # made of nothing that anyone enters

_IS_RESTRICTED = "page.path ^@ ANY ((SELECT publishing_restricted_paths())::text[])"

CREATE_VIEW = f"""
{_FUNCTIONS}
CREATE VIEW publishing_publishedpage AS
{_COLUMNS} {_PAGES} WHERE {_ON_AIR} AND NOT ({_IS_RESTRICTED});

CREATE VIEW publishing_restrictedpage AS
{_COLUMNS}, ARRAY(SELECT DISTINCT held.id FROM ({RESTRICTIONS}) AS held ORDER BY held.id) AS restrictions
{_PAGES} WHERE {_ON_AIR} AND {_IS_RESTRICTED}
"""  # noqa: S608  # likewise

DROP_VIEW = """
DROP VIEW IF EXISTS publishing_restrictedpage;
DROP VIEW IF EXISTS publishing_publishedpage;
DROP FUNCTION IF EXISTS publishing_site_roots;
DROP FUNCTION IF EXISTS publishing_restricted_paths
"""
