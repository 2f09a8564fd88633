-- How many rows of the index have exactly these terms of a facet, so that what lists count is not counted anew. Numbers
-- know no clock, so they are of rows that are there whatever it says; the others are few, and counted when lists are read.

-- What a row is counted by: all that it has of each facet, its years, and, without a facet, that it is there.
CREATE OR REPLACE FUNCTION publishing_index_sets(of_terms text[], first_year smallint, last_year smallint)
RETURNS TABLE (facet text, terms text[], years smallint[]) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT split_part(term, ':', 1), array_agg(term COLLATE "C" ORDER BY term COLLATE "C"), '{}'::smallint[]
    FROM unnest(of_terms) AS term GROUP BY 1
    UNION ALL SELECT 'first_year', '{}', ARRAY[first_year, last_year] WHERE first_year IS NOT NULL
    UNION ALL SELECT '', '{}', '{}'
$$;

-- The numbers of some rows. Terms may be too long for an index, hence the digest.
CREATE OR REPLACE FUNCTION publishing_index_numbers(counted publishing_publicindex[])
RETURNS SETOF publishing_indexcount LANGUAGE sql STABLE AS $$
    SELECT entry.site_id, entry.reader, entry.locale, entry.type, had.facet,
           md5(format('%s %s', had.terms, had.years))::uuid, had.terms, had.years[1], had.years[2], count(*)::integer
    FROM unnest(counted) AS entry
    CROSS JOIN LATERAL publishing_index_sets(entry.terms, entry.first_year, entry.last_year) AS had
    WHERE entry.shown_from IS NULL AND entry.shown_until IS NULL
    GROUP BY entry.site_id, entry.reader, entry.locale, entry.type, had.facet, had.terms, had.years
$$;

-- Some rows have taken the place of others.
CREATE OR REPLACE FUNCTION publishing_count_index(before publishing_publicindex[], after publishing_publicindex[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(cardinality(before), 0) + coalesce(cardinality(after), 0) = 0 THEN
        RETURN;
    END IF;
    INSERT INTO publishing_indexcount AS known
    SELECT change.site_id, change.reader, change.locale, change.type, change.facet, change.digest, change.terms,
           change.first_year, change.last_year, sum(change.number)
    FROM (
        SELECT * FROM publishing_index_numbers(after)
        UNION ALL
        SELECT site_id, reader, locale, type, facet, digest, terms, first_year, last_year, -number
        FROM publishing_index_numbers(before)
    ) AS change
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
    HAVING sum(change.number) <> 0
    ON CONFLICT (site_id, reader, type, facet, digest, locale) DO UPDATE SET number = known.number + excluded.number;
    DELETE FROM publishing_indexcount WHERE number = 0;
END
$$;

-- Count all anew; how many numbers that changed. As whoever writes the index, it has the content version's row first.
CREATE OR REPLACE FUNCTION publishing_recount_index() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    changed bigint;
BEGIN
    UPDATE publishing_contentversion SET raised_by = raised_by;
    WITH compared AS MATERIALIZED (
        SELECT made, known
        FROM publishing_index_numbers(ARRAY(SELECT entry FROM publishing_publicindex AS entry)) AS made
        FULL JOIN publishing_indexcount AS known USING (site_id, reader, type, facet, digest, locale)
    ),
    gone AS (
        DELETE FROM publishing_indexcount AS number USING compared
        WHERE (made).site_id IS NULL
          AND (number.site_id, number.reader, number.type, number.facet, number.digest, number.locale)
              = ((known).site_id, (known).reader, (known).type, (known).facet, (known).digest, (known).locale)
        RETURNING NULL
    ),
    written AS (
        INSERT INTO publishing_indexcount
        SELECT (made).* FROM compared WHERE (made).site_id IS NOT NULL AND made IS DISTINCT FROM known
        ON CONFLICT (site_id, reader, type, facet, digest, locale) DO UPDATE
        SET terms = excluded.terms, first_year = excluded.first_year, last_year = excluded.last_year,
            number = excluded.number
        RETURNING NULL
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM written) INTO changed;
    IF changed > 0 THEN
        UPDATE publishing_contentversion
        SET number = number + 1, raised_by = txid_current()
        WHERE raised_by <> txid_current();
    END IF;
    RETURN changed;
END
$$;

CREATE OR REPLACE FUNCTION publishing_count_index_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_count_index('{}', ARRAY(SELECT ROW(entry.*)::publishing_publicindex FROM new_rows AS entry));
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_counts_inserted AFTER INSERT ON publishing_publicindex
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION publishing_count_index_inserted();

-- Of rows that are written in their places, only those whose numbers change are looked at. Planned for one row and kept
-- for thousands: joined in full, rows are never compared each with each.
CREATE OR REPLACE FUNCTION publishing_count_index_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before publishing_publicindex[];
    after publishing_publicindex[];
BEGIN
    SELECT array_agg(ROW(was.*)::publishing_publicindex) FILTER (WHERE was.translation_key IS NOT NULL),
           array_agg(ROW(entry.*)::publishing_publicindex) FILTER (WHERE entry.translation_key IS NOT NULL)
    INTO before, after
    FROM old_rows AS was FULL JOIN new_rows AS entry USING (translation_key, reader, site_id, locale)
    WHERE (was.translation_key, was.type, was.terms, was.first_year, was.last_year,
           num_nulls(was.shown_from, was.shown_until))
          IS DISTINCT FROM
          (entry.translation_key, entry.type, entry.terms, entry.first_year, entry.last_year,
           num_nulls(entry.shown_from, entry.shown_until));
    PERFORM publishing_count_index(before, after);
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_counts_updated AFTER UPDATE ON publishing_publicindex
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION publishing_count_index_updated();

CREATE OR REPLACE FUNCTION publishing_count_index_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publishing_count_index(ARRAY(SELECT ROW(entry.*)::publishing_publicindex FROM old_rows AS entry), '{}');
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_counts_deleted AFTER DELETE ON publishing_publicindex
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION publishing_count_index_deleted();

CREATE OR REPLACE FUNCTION publishing_count_index_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM publishing_indexcount;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_counts_emptied AFTER TRUNCATE ON publishing_publicindex
FOR EACH STATEMENT EXECUTE FUNCTION publishing_count_index_emptied();
