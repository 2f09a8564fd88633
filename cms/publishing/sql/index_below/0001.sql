-- What concerns the pages below others, or all: restrictions, sites, languages, the readers' chains, emptied tables.

-- The column that the argument names leads to a page: what is below any of its versions is concerned.
CREATE OR REPLACE FUNCTION publishing_index_below() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (below)
    SELECT array_agg(translation_key) FROM wagtailcore_page
    WHERE id IN ((to_jsonb(OLD) ->> TG_ARGV[0])::integer, (to_jsonb(NEW) ->> TG_ARGV[0])::integer)
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_restriction AFTER INSERT OR DELETE ON wagtailcore_pageviewrestriction
FOR EACH ROW EXECUTE FUNCTION publishing_index_below('page_id');
CREATE TRIGGER publishing_index_restriction_moved AFTER UPDATE ON wagtailcore_pageviewrestriction
FOR EACH ROW WHEN (OLD.page_id <> NEW.page_id) EXECUTE FUNCTION publishing_index_below('page_id');
CREATE TRIGGER publishing_index_site AFTER INSERT OR DELETE ON wagtailcore_site
FOR EACH ROW EXECUTE FUNCTION publishing_index_below('root_page_id');
CREATE TRIGGER publishing_index_site_moved AFTER UPDATE ON wagtailcore_site
FOR EACH ROW WHEN ((OLD.id, OLD.root_page_id) IS DISTINCT FROM (NEW.id, NEW.root_page_id))
EXECUTE FUNCTION publishing_index_below('root_page_id');

CREATE OR REPLACE FUNCTION publishing_index_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (every) VALUES (true);
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_locale AFTER UPDATE ON wagtailcore_locale
FOR EACH ROW WHEN ((OLD.id, OLD.language_code) IS DISTINCT FROM (NEW.id, NEW.language_code))
EXECUTE FUNCTION publishing_index_all();
CREATE TRIGGER publishing_index_locale_deleted AFTER DELETE OR TRUNCATE ON wagtailcore_locale
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_all();
CREATE TRIGGER publishing_index_chains AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON publishing_readerchain
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_all();
CREATE TRIGGER publishing_index_no_pages AFTER TRUNCATE ON wagtailcore_page
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_all();
CREATE TRIGGER publishing_index_no_documents AFTER TRUNCATE ON publishing_publisheddocument
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_all();
CREATE TRIGGER publishing_index_no_restrictions AFTER TRUNCATE ON wagtailcore_pageviewrestriction
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_all();
CREATE TRIGGER publishing_index_no_sites AFTER TRUNCATE ON wagtailcore_site
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_all();
