-- What a search finds and ranks pages by, beside their documents, whose rows are wide: a search visits thousands.

-- What ranks some pages, of each that has a document: their words, and their terms, which begin as no word does.
CREATE OR REPLACE FUNCTION publishing_word_index_ranking(page_ids integer[]) RETURNS SETOF publishing_pagewords LANGUAGE sql STABLE AS $$
    SELECT page_id, search_language, publishing_folded_title(search_words),
           publishing_search_vector(search_language, search_words)
               || array_to_tsvector(ARRAY(SELECT '=' || term FROM unnest(publishing_index_terms(facets)) AS term)),
           publishing_folded_search_vector(search_words)
    FROM publishing_publisheddocument WHERE page_id = ANY (page_ids)
$$;

-- What finds them, out of that: all in one, so that one query says what a search wants. Each kind but the words begins
-- with a sign of its own: "~energia" is folded, "=goals:7" a term, "@fi" the language.
CREATE OR REPLACE FUNCTION publishing_word_index_finding(ranking publishing_pagewords) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(
        tsvector_to_array(ranking.vector)
        || ARRAY(SELECT '~' || lexeme FROM unnest(tsvector_to_array(ranking.folded_vector)) AS lexeme)
        || ('@' || ranking.language)
    )
$$;

-- Give some pages the rows that they should have; how many rows that changed.
-- Whoever has written a document has its row, and all others wait for it: no older words take the place of newer ones.
CREATE OR REPLACE FUNCTION publishing_work_out_words(page_ids integer[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    fresh publishing_pagewords[];
    changed bigint := 0;
    of_statement bigint;
BEGIN
    PERFORM FROM publishing_publisheddocument WHERE page_id = ANY (page_ids) ORDER BY page_id FOR NO KEY UPDATE;
    fresh := ARRAY(SELECT made FROM publishing_word_index_ranking(page_ids) AS made);
    DELETE FROM publishing_pagewords AS known
    WHERE known.page_id = ANY (page_ids)
      AND NOT EXISTS (SELECT FROM unnest(fresh) AS made WHERE made.page_id = known.page_id);
    GET DIAGNOSTICS of_statement = ROW_COUNT;
    changed := changed + of_statement;
    DELETE FROM publishing_wordindex AS known
    WHERE known.page_id = ANY (page_ids)
      AND NOT EXISTS (SELECT FROM unnest(fresh) AS made WHERE made.page_id = known.page_id);
    GET DIAGNOSTICS of_statement = ROW_COUNT;
    changed := changed + of_statement;
    INSERT INTO publishing_pagewords AS known SELECT made.* FROM unnest(fresh) AS made
    ON CONFLICT (page_id) DO UPDATE
    SET language = excluded.language, folded_title = excluded.folded_title,
        vector = excluded.vector, folded_vector = excluded.folded_vector
    WHERE (known.language, known.folded_title, known.vector, known.folded_vector)
          IS DISTINCT FROM (excluded.language, excluded.folded_title, excluded.vector, excluded.folded_vector);
    GET DIAGNOSTICS of_statement = ROW_COUNT;
    changed := changed + of_statement;
    INSERT INTO publishing_wordindex AS known
    SELECT made.page_id, publishing_word_index_finding(made) FROM unnest(fresh) AS made
    ON CONFLICT (page_id) DO UPDATE SET lexemes = excluded.lexemes WHERE known.lexemes <> excluded.lexemes;
    GET DIAGNOSTICS of_statement = ROW_COUNT;
    changed := changed + of_statement;
    IF changed > 0 THEN
        PERFORM publishing_raise_version();
    END IF;
    RETURN changed;
END
$$;

CREATE OR REPLACE FUNCTION publishing_word_index_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_work_out_words(ARRAY(SELECT page_id FROM new_documents));
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_word_index_inserted AFTER INSERT ON publishing_publisheddocument
REFERENCING NEW TABLE AS new_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_word_index_inserted();

CREATE OR REPLACE FUNCTION publishing_word_index_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_work_out_words(ARRAY(
        SELECT page_id FROM new_documents AS document FULL JOIN old_documents AS before USING (page_id)
        WHERE (document.search_language, document.search_words, document.facets)
              IS DISTINCT FROM (before.search_language, before.search_words, before.facets)
    ));
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_word_index_updated AFTER UPDATE ON publishing_publisheddocument
REFERENCING OLD TABLE AS old_documents NEW TABLE AS new_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_word_index_updated();

CREATE OR REPLACE FUNCTION publishing_word_index_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_work_out_words(ARRAY(SELECT page_id FROM old_documents));
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_word_index_deleted AFTER DELETE ON publishing_publisheddocument
REFERENCING OLD TABLE AS old_documents
FOR EACH STATEMENT EXECUTE FUNCTION publishing_word_index_deleted();

CREATE OR REPLACE FUNCTION publishing_word_index_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM publishing_pagewords;
    DELETE FROM publishing_wordindex;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_word_index_emptied AFTER TRUNCATE ON publishing_publisheddocument
FOR EACH STATEMENT EXECUTE FUNCTION publishing_word_index_emptied();
