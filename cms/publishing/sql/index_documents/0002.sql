-- Which pages a statement concerns that writes documents. A page whose row is gone was concerned when it went.

CREATE OR REPLACE FUNCTION publishing_index_documents_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (keys)
    SELECT array_agg(DISTINCT page.translation_key) FROM new_documents AS document
    JOIN wagtailcore_page AS page ON page.id = document.page_id
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_documents_inserted AFTER INSERT ON publishing_publisheddocument
REFERENCING NEW TABLE AS new_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_documents_inserted();

-- Planned for one document and kept for thousands, as those of pages are.
CREATE OR REPLACE FUNCTION publishing_index_documents_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (keys)
    WITH change AS MATERIALIZED (
        SELECT coalesce(document.page_id, before.page_id) AS page_id
        FROM new_documents AS document FULL JOIN old_documents AS before ON before.page_id = document.page_id
        WHERE (document.page_id, document.type, document.listed_at, document.sort_title, document.noindex,
               document.facets)
              IS DISTINCT FROM
              (before.page_id, before.type, before.listed_at, before.sort_title, before.noindex, before.facets)
    )
    SELECT array_agg(DISTINCT page.translation_key) FROM change
    JOIN wagtailcore_page AS page ON page.id = change.page_id
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_documents_updated AFTER UPDATE ON publishing_publisheddocument
REFERENCING OLD TABLE AS old_documents NEW TABLE AS new_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_documents_updated();

CREATE OR REPLACE FUNCTION publishing_index_documents_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (keys)
    SELECT array_agg(DISTINCT page.translation_key) FROM old_documents AS document
    JOIN wagtailcore_page AS page ON page.id = document.page_id
    HAVING count(*) > 0;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_documents_deleted AFTER DELETE ON publishing_publisheddocument
REFERENCING OLD TABLE AS old_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_documents_deleted();
