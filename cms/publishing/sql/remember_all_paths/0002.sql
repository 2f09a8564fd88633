-- After a statement that may have given any page a path on another site.
CREATE OR REPLACE FUNCTION publishing_remember_all_paths() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_remember_paths(ARRAY(SELECT page_id FROM publishing_publisheddocument));
    RETURN NULL;
END
$$;

CREATE TRIGGER publishing_paths_of_sites AFTER INSERT OR UPDATE ON wagtailcore_site
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_all_paths();

-- After one that may have made public what is below some pages, in any of their languages. Wagtail asks for it whenever
-- pages are deleted, that were restricted or not. Of a page that went before its restriction, nothing tells what its
-- other versions are.
CREATE OR REPLACE FUNCTION publishing_remember_paths_unrestricted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM old_restrictions AS restriction
        WHERE NOT EXISTS (SELECT FROM wagtailcore_page AS page WHERE page.id = restriction.page_id)
    ) THEN
        PERFORM publishing_remember_paths(ARRAY(SELECT page_id FROM publishing_publisheddocument));
    ELSIF EXISTS (SELECT FROM old_restrictions) THEN
        PERFORM publishing_remember_paths(ARRAY(
            SELECT version.id FROM old_restrictions AS restriction
            JOIN wagtailcore_page AS restricted ON restricted.id = restriction.page_id
            JOIN wagtailcore_page AS version ON version.translation_key = restricted.translation_key
            UNION
            SELECT below.page_id FROM old_restrictions AS restriction
            JOIN wagtailcore_page AS restricted ON restricted.id = restriction.page_id
            JOIN wagtailcore_page AS version ON version.translation_key = restricted.translation_key
            CROSS JOIN publishing_pages_below(version.path) AS below
        ));
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER publishing_paths_unrestricted AFTER DELETE ON wagtailcore_pageviewrestriction
REFERENCING OLD TABLE AS old_restrictions
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_paths_unrestricted();

CREATE TRIGGER publishing_paths_restricted_otherwise AFTER UPDATE ON wagtailcore_pageviewrestriction
REFERENCING OLD TABLE AS old_restrictions
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_paths_unrestricted();
