-- After a statement that gave pages another path, or made them public.
-- A page's place in the tree is not looked at: where that changes alone, Wagtail has yet to write the path.
-- Planned for one page and kept for thousands: joined in full, rows are never compared each with each.
CREATE OR REPLACE FUNCTION publishing_remember_paths_of_pages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    page_ids bigint[] := ARRAY(
        WITH pair AS MATERIALIZED (
            SELECT page.id, page.live
                   AND (page.url_path, page.live, page.expire_at, page.alias_of_id, page.translation_key,
                        page.locale_id)
                       IS DISTINCT FROM
                       (before.url_path, before.live, before.expire_at, before.alias_of_id, before.translation_key,
                        before.locale_id) AS is_another
            FROM new_pages AS page FULL JOIN old_pages AS before ON before.id = page.id
        )
        SELECT id FROM pair WHERE is_another
    );
BEGIN
    IF cardinality(page_ids) > 0 THEN
        PERFORM publishing_remember_paths(page_ids);
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER publishing_paths_of_pages AFTER UPDATE ON wagtailcore_page
REFERENCING OLD TABLE AS old_pages NEW TABLE AS new_pages
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_paths_of_pages();
