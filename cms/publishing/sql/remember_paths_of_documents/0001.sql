-- After a statement that published.
CREATE OR REPLACE FUNCTION publishing_remember_paths_of_documents() RETURNS trigger LANGUAGE plpgsql AS $$
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
