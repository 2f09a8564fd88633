-- Whether readers cannot tell two rows from each other: a version that has begun is there, whenever it began.
CREATE OR REPLACE FUNCTION publishing_index_same(made publishing_publicindex, known publishing_publicindex) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT made = known OR (
        made.shown_from IS NULL AND known.shown_from <= statement_timestamp()
        AND to_jsonb(made) - 'shown_from' = to_jsonb(known) - 'shown_from'
    )
$$;

-- Give some pages the rows that they should have; how many rows that changed.
-- Whoever does so has the content version's row, so commits stand in a row, and each statement after that sees what the
-- one before committed. The row is written, not only locked: a transaction that still sees what was there before
-- (REPEATABLE READ) fails, and is tried again. What changes the index changes what lists show, so the version rises;
-- what the clock has changed already is cleared away, and counts for nothing.
-- What is and what should be are joined in full: PostgreSQL plans this for one page and may keep that for thousands, and
-- such a join it can only do by hashing or sorting. Rows are written in their places, as what has changed is counted
-- then, and not all that there was and is.
CREATE OR REPLACE FUNCTION publishing_work_out_index(wanted uuid[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    changed bigint;
BEGIN
    UPDATE publishing_contentversion SET raised_by = raised_by;
    WITH compared AS MATERIALIZED (
        SELECT made, ROW(known.*)::publishing_publicindex AS known
        FROM publishing_index_rows(wanted) AS made
        FULL JOIN (
            SELECT * FROM publishing_publicindex WHERE translation_key = ANY (wanted)
        ) AS known USING (translation_key, reader, site_id, locale)
    ),
    gone AS (
        DELETE FROM publishing_publicindex AS entry USING compared
        WHERE (made).translation_key IS NULL
          AND (entry.translation_key, entry.reader, entry.site_id, entry.locale)
              = ((known).translation_key, (known).reader, (known).site_id, (known).locale)
        RETURNING entry.shown_until
    ),
    written AS (
        INSERT INTO publishing_publicindex
        SELECT (made).* FROM compared
        WHERE (made).translation_key IS NOT NULL
          AND ((known).translation_key IS NULL OR NOT publishing_index_same(made, known))
        ON CONFLICT (translation_key, reader, site_id, locale) DO UPDATE
        SET page_id = excluded.page_id, type = excluded.type, parent_key = excluded.parent_key,
            position = excluded.position, listed_at = excluded.listed_at,
            first_published_at = excluded.first_published_at, sort_title = excluded.sort_title,
            noindex = excluded.noindex, terms = excluded.terms, first_year = excluded.first_year,
            last_year = excluded.last_year, shown_from = excluded.shown_from, shown_until = excluded.shown_until
        RETURNING NULL
    )
    SELECT (SELECT count(*) FROM written)
           + (SELECT count(*) FROM gone WHERE shown_until IS NULL OR shown_until > statement_timestamp())
    INTO changed;
    IF changed > 0 THEN
        UPDATE publishing_contentversion
        SET number = number + 1, raised_by = txid_current()
        WHERE raised_by <> txid_current();
    END IF;
    RETURN changed;
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
CREATE UNIQUE INDEX publishing_index_comes_last_once ON publishing_indexwork (transaction) WHERE is_last;

CREATE OR REPLACE FUNCTION publishing_index_comes_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (is_last) VALUES (true) ON CONFLICT (transaction) WHERE is_last DO NOTHING;
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
            SELECT unnest(roots)
            UNION
            SELECT below.translation_key FROM wagtailcore_page AS version
            CROSS JOIN publishing_pages_below(version.path) AS below
            WHERE version.translation_key = ANY (roots)
        );
    END IF;
    PERFORM publishing_work_out_index(wanted);
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER publishing_keep_index AFTER INSERT ON publishing_indexwork
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.is_last) EXECUTE FUNCTION publishing_keep_index();
