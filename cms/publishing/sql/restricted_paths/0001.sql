-- Where in the tree a restriction holds: on the page that it is set on, in any language, and on all below.
-- Read once in a statement, and planned once in a connection: written into the views, its joins would take PostgreSQL
-- longer to plan than most answers take to read.
CREATE OR REPLACE FUNCTION publishing_restricted_paths() RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT version.path FROM wagtailcore_pageviewrestriction AS restriction
        JOIN wagtailcore_page AS restricted ON restricted.id = restriction.page_id
        JOIN wagtailcore_page AS version ON version.translation_key = restricted.translation_key
    );
END
$$;
