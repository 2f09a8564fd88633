-- Where the pages of each site begin in each language, and the origin of its frontend: empty for the default site, whose
-- setting says it.
-- Read once in a statement, and planned once in a connection: written into the views, its joins would take PostgreSQL
-- longer to plan than most answers take to read.
CREATE OR REPLACE FUNCTION publishing_site_roots()
RETURNS TABLE (
    site_id integer, origin text, locale_id integer, locale text, path text, depth integer, url_length integer
)
LANGUAGE plpgsql STABLE ROWS 3 AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT site.id, 
       CASE
           WHEN site.is_default_site THEN ''
           WHEN site.port = 443 THEN 'https://' || site.hostname
           WHEN site.port = 80 THEN 'http://' || site.hostname
           ELSE 'http://' || site.hostname || ':' || site.port
       END
, root.locale_id, locale.language_code::text, root.path::text, root.depth,
           length(root.url_path)
    FROM wagtailcore_site AS site
    JOIN wagtailcore_page AS original ON original.id = site.root_page_id
    JOIN wagtailcore_page AS root ON root.translation_key = original.translation_key
    JOIN wagtailcore_locale AS locale ON locale.id = root.locale_id;
END
$$;
