"""The only home of the definition of "public", as SQL.

Public is a page that has been published and is live, no alias, not past its expiry by the clock, and under no view
restriction, its own or an ancestor's, set on it in any language. Everything but the document itself is read from
Wagtail's rows, so every change of theirs is true in the transaction that makes it.

A page is there once for every site that it is on, so whoever reads the view names the site.

Where two pages have one path, `taken_in` says so of each: the languages in which another page stands there that comes
before it. Who reads in one of these languages, before the page's own, finds the page beside that path.

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

# The last part of a page's path. Read from the path, because a bulk update may change the slug alone.
_SLUG = "split_part({page}.url_path, '/', -2)"
_PATH = "substr(page.url_path, root.url_length + 1)"

# Few pages share a slug with another: only for them is it asked, by a function, who is there.
_TAKEN_IN = f"""
       CASE
           WHEN EXISTS (
               SELECT FROM wagtailcore_page AS other
               WHERE {_SLUG.format(page="other")} = {_SLUG.format(page="page")}
                 AND other.translation_key <> page.translation_key AND other.live
           ) THEN publishing_taken_in(root.site_id, root.locale, {_PATH}, page.translation_key, page.id)
           ELSE '{{}}'
       END
"""  # made of nothing that anyone enters

_COLUMNS = f"""
SELECT page.id,
       page.translation_key,
       document.type,
       root.locale,
       root.site_id,
       root.origin,
       page.path AS tree_path,
       page.depth,
       {_PATH} AS path,
       {_TAKEN_IN} AS taken_in,
       {_SLUG.format(page="page")} AS slug,
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
"""  # noqa: S608  # likewise

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

# Of a row of the second view that is called "page": whether visitors are asked for passwords, and for nothing else.
VISITORS_ARE_ASKED = """
NOT EXISTS (
    SELECT FROM wagtailcore_pageviewrestriction AS restriction
    WHERE restriction.id = ANY (page.restrictions) AND restriction.restriction_type <> 'password'
)
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

# The views call it, and it reads them: PostgreSQL looks for them when it runs.
_TAKEN_IN_FUNCTION = f"""
CREATE FUNCTION publishing_taken_in(on_site integer, in_locale text, at_path text, key uuid, page_id integer)
RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT there.locale FROM (
            SELECT page.id, page.translation_key, page.locale, page.site_id, page.slug, page.path
            FROM publishing_publishedpage AS page
            UNION ALL
            SELECT page.id, page.translation_key, page.locale, page.site_id, page.slug, page.path
            FROM publishing_restrictedpage AS page
            WHERE {VISITORS_ARE_ASKED}
        ) AS there
        WHERE there.site_id = on_site AND there.slug = split_part(at_path, '/', -2) AND there.path = at_path
          AND there.translation_key <> key AND (there.locale <> in_locale OR there.id < page_id)
        ORDER BY there.locale
    );
END
$$
"""  # noqa: S608  # likewise

_IS_RESTRICTED = "page.path ^@ ANY ((SELECT publishing_restricted_paths())::text[])"

CREATE_VIEW = f"""
{_FUNCTIONS}
{_TAKEN_IN_FUNCTION};

CREATE VIEW publishing_publishedpage AS
{_COLUMNS} {_PAGES} WHERE {_ON_AIR} AND NOT ({_IS_RESTRICTED});

CREATE VIEW publishing_restrictedpage AS
{_COLUMNS}, ARRAY(SELECT DISTINCT held.id FROM ({RESTRICTIONS}) AS held ORDER BY held.id) AS restrictions
{_PAGES} WHERE {_ON_AIR} AND {_IS_RESTRICTED}
"""  # noqa: S608  # likewise

DROP_VIEW = """
DROP VIEW IF EXISTS publishing_restrictedpage;
DROP VIEW IF EXISTS publishing_publishedpage;
DROP FUNCTION IF EXISTS publishing_taken_in;
DROP FUNCTION IF EXISTS publishing_site_roots;
DROP FUNCTION IF EXISTS publishing_restricted_paths
"""
