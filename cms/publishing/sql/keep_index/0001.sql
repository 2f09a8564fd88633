-- Give some pages the rows that they should have; how many rows that changed.
-- Whoever does so has the content version's row, so commits stand in a row, and each statement after that sees what the
-- one before committed. The row is written, not only locked: a transaction that still sees what was there before
-- (REPEATABLE READ) fails, and is tried again. What changes the index changes what lists show, so the version rises.
CREATE OR REPLACE FUNCTION publishing_work_out_index(wanted uuid[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    fresh publishing_publicindex[];
    deleted bigint;
    inserted bigint;
BEGIN
    UPDATE publishing_contentversion SET raised_by = raised_by;
    fresh := ARRAY(SELECT made FROM publishing_index_rows(wanted) AS made);
    DELETE FROM publishing_publicindex AS known
    WHERE known.translation_key = ANY (wanted)
      AND NOT EXISTS (
          SELECT FROM unnest(fresh) AS made WHERE made.translation_key = known.translation_key AND made = known
      );
    GET DIAGNOSTICS deleted = ROW_COUNT;
    INSERT INTO publishing_publicindex
    SELECT made.* FROM unnest(fresh) AS made
    WHERE NOT EXISTS (
        SELECT FROM publishing_publicindex AS known
        WHERE known.translation_key = made.translation_key AND known = made
    );
    GET DIAGNOSTICS inserted = ROW_COUNT;
    IF deleted + inserted > 0 THEN
        UPDATE publishing_contentversion
        SET number = number + 1, raised_by = txid_current()
        WHERE raised_by <> txid_current();
    END IF;
    RETURN deleted + inserted;
END
$$;

-- Every page that the index has or should have.
CREATE OR REPLACE FUNCTION publishing_index_keys() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT translation_key FROM publishing_publicindex
    UNION
    SELECT page.translation_key FROM publishing_publisheddocument AS document
    JOIN wagtailcore_page AS page ON page.id = document.page_id
$$;

-- A deferred trigger asks for what is done last of all, when foreign keys have been checked (decision 12): what it
-- writes has a deferred trigger of its own, which PostgreSQL runs in a second round.
CREATE OR REPLACE FUNCTION publishing_index_comes_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (is_last)
    SELECT true WHERE NOT EXISTS (
        SELECT FROM publishing_indexwork WHERE transaction = txid_current() AND is_last
    );
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER publishing_index_comes_last AFTER INSERT ON publishing_indexwork
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NOT NEW.is_last) EXECUTE FUNCTION publishing_index_comes_last();

CREATE OR REPLACE FUNCTION publishing_keep_index() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_every boolean;
    wanted uuid[];
    roots uuid[];
BEGIN
    -- Which pages are below another is asked after this, when nobody else can publish what is moved there just now.
    UPDATE publishing_contentversion SET raised_by = raised_by;
    WITH work AS (
        DELETE FROM publishing_indexwork WHERE transaction = txid_current() RETURNING keys, below, every
    )
    SELECT bool_or(every), ARRAY(SELECT unnest(keys) FROM work), ARRAY(SELECT DISTINCT unnest(below) FROM work)
    INTO is_every, wanted, roots FROM work;
    IF is_every THEN
        wanted := ARRAY(SELECT publishing_index_keys());
    ELSE
        wanted := ARRAY(
            SELECT unnest(wanted)
            UNION
            SELECT page.translation_key FROM wagtailcore_page AS version
            JOIN wagtailcore_page AS page ON page.path ~>=~ version.path AND page.path ~<~ (version.path || '[')
            WHERE version.translation_key = ANY (roots)
        );
    END IF;
    PERFORM publishing_work_out_index(wanted);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER publishing_keep_index AFTER INSERT ON publishing_indexwork
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.is_last) EXECUTE FUNCTION publishing_keep_index();
