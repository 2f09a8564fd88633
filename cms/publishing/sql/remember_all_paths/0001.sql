-- After a statement that may have made any page public, or given it a path on another site.
CREATE OR REPLACE FUNCTION publishing_remember_all_paths() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_remember_paths(ARRAY(SELECT page_id FROM publishing_publisheddocument));
    RETURN NULL;
END
$$;

CREATE TRIGGER publishing_paths_unrestricted AFTER UPDATE OR DELETE ON wagtailcore_pageviewrestriction
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_all_paths();

CREATE TRIGGER publishing_paths_of_sites AFTER INSERT OR UPDATE ON wagtailcore_site
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_all_paths();
