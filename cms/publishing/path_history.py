"""The only home of how paths that were public once are remembered: by triggers, whoever writes and however.

The triggers are immediate: after each statement that may have made a page public or given it another path, they read
the view of public pages. So nothing is remembered that never was public, and a path belongs to who had it last.

Nothing is done when a page ceases to be public, because its path is remembered already.
"""

# Run by a migration of this app. A path that fits into no index is no address that anyone can use.
CREATE_TRIGGERS = """
CREATE FUNCTION publishing_remember_paths(page_ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_pathhistory AS known (site_id, locale, path, translation_key)
    SELECT DISTINCT ON (page.site_id, page.locale, page.path)
           page.site_id, page.locale, page.path, page.translation_key
    FROM publishing_publishedpage AS page
    WHERE page.id = ANY (page_ids)
      AND octet_length(page.path) <= 2000
      AND NOT EXISTS (
          SELECT FROM publishing_pathhistory AS remembered
          WHERE (remembered.site_id, remembered.locale, remembered.path, remembered.translation_key)
              = (page.site_id, page.locale, page.path, page.translation_key)
      )
    ORDER BY page.site_id, page.locale, page.path, page.id
    ON CONFLICT (site_id, locale, path) DO UPDATE SET translation_key = EXCLUDED.translation_key;
END
$$;

CREATE FUNCTION publishing_remember_all_paths() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_remember_paths(ARRAY(SELECT page_id FROM publishing_publisheddocument));
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_paths_unrestricted AFTER UPDATE OR DELETE ON wagtailcore_pageviewrestriction
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_all_paths();
CREATE TRIGGER publishing_paths_of_sites AFTER INSERT OR UPDATE ON wagtailcore_site
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_all_paths();

CREATE FUNCTION publishing_remember_paths_of_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_remember_paths(ARRAY(SELECT page_id FROM new_documents));
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_paths_of_new_documents AFTER INSERT ON publishing_publisheddocument
REFERENCING NEW TABLE AS new_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_paths_of_documents();
CREATE TRIGGER publishing_paths_of_documents AFTER UPDATE ON publishing_publisheddocument
REFERENCING NEW TABLE AS new_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_paths_of_documents();

-- A page's place in the tree is not looked at: where that changes alone, Wagtail has yet to write the path.
CREATE FUNCTION publishing_remember_paths_of_pages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    page_ids bigint[] := ARRAY(
        SELECT page.id FROM new_pages AS page JOIN old_pages AS before ON before.id = page.id
        WHERE page.live
          AND (page.url_path, page.live, page.expire_at, page.alias_of_id, page.translation_key, page.locale_id)
              IS DISTINCT FROM
              (before.url_path, before.live, before.expire_at, before.alias_of_id, before.translation_key,
               before.locale_id)
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
FOR EACH STATEMENT EXECUTE FUNCTION publishing_remember_paths_of_pages()
"""
DROP_TRIGGERS = """
DROP TRIGGER publishing_paths_of_pages ON wagtailcore_page;
DROP FUNCTION publishing_remember_paths_of_pages;
DROP TRIGGER publishing_paths_of_documents ON publishing_publisheddocument;
DROP TRIGGER publishing_paths_of_new_documents ON publishing_publisheddocument;
DROP FUNCTION publishing_remember_paths_of_documents;
DROP TRIGGER publishing_paths_of_sites ON wagtailcore_site;
DROP TRIGGER publishing_paths_unrestricted ON wagtailcore_pageviewrestriction;
DROP FUNCTION publishing_remember_all_paths;
DROP FUNCTION publishing_remember_paths
"""
REMEMBER_ALL = "SELECT publishing_remember_paths(ARRAY(SELECT page_id FROM publishing_publisheddocument))"
