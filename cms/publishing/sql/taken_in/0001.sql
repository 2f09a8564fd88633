-- The languages in which another page stands at a path that comes before the page with this key. The views call it, and it
-- reads them: PostgreSQL looks for them when it runs.
CREATE OR REPLACE FUNCTION publishing_taken_in(on_site integer, in_locale text, at_path text, key uuid, page_id integer)
RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT there.locale FROM (
            SELECT page.id, page.translation_key, page.locale, page.site_id, page.slug, page.path
            FROM publishing_publishedpage AS page
            UNION ALL
            SELECT page.id, page.translation_key, page.locale, page.site_id, page.slug, page.path
            FROM publishing_restrictedpage AS page
            WHERE 
NOT EXISTS (
    SELECT FROM wagtailcore_pageviewrestriction AS restriction
    WHERE restriction.id = ANY (page.restrictions) AND restriction.restriction_type <> 'password'
)

        ) AS there
        WHERE there.site_id = on_site AND there.slug = split_part(at_path, '/', -2) AND there.path = at_path
          AND there.translation_key <> key AND (there.locale <> in_locale OR there.id < page_id)
        ORDER BY there.locale
    );
END
$$;
