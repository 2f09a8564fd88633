-- Which pages a statement concerns that writes page rows. A draft that is saved, or a draft translation that is made,
-- concerns none. A page's place is looked at whether or not it is live: it sorts the versions in other languages.
-- Pages below one whose row alone is inserted, moved or deleted, as only SQL does, have another parent and place.
--
-- A session plans this for the first statement that it meets, of one page mostly, and keeps the plan for one of
-- thousands. So rows of statements are joined in full, and told apart by EXCEPT: both PostgreSQL can only do by hashing
-- or sorting, never by comparing each row with each.

CREATE OR REPLACE FUNCTION publishing_index_pages_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    concerned uuid[] := ARRAY(
        SELECT page.translation_key FROM new_pages AS page
        WHERE EXISTS (  -- its own document, or one of a version that is sorted as its original now
            SELECT FROM wagtailcore_page AS version
            JOIN publishing_publisheddocument AS document ON document.page_id = version.id
            WHERE version.translation_key = page.translation_key AND version.id >= page.id
        )
        UNION
        SELECT translation_key FROM (
            SELECT below.page_id, below.translation_key
            FROM new_pages AS above CROSS JOIN publishing_pages_below(above.path) AS below
            EXCEPT
            SELECT id, translation_key FROM new_pages
        ) AS below
    );
    roots uuid[] := ARRAY(
        SELECT page.translation_key FROM new_pages AS page
        WHERE EXISTS (SELECT FROM wagtailcore_pageviewrestriction AS restriction WHERE restriction.page_id = page.id)
           OR EXISTS (SELECT FROM wagtailcore_site AS site WHERE site.root_page_id = page.id)
    );
BEGIN
    IF cardinality(concerned) + cardinality(roots) > 0 THEN
        INSERT INTO publishing_indexwork (keys, below) VALUES (concerned, roots);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_pages_inserted AFTER INSERT ON wagtailcore_page
REFERENCING NEW TABLE AS new_pages
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_pages_inserted();

CREATE OR REPLACE FUNCTION publishing_index_pages_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed uuid[];
    is_moved boolean;
    is_another boolean;
BEGIN
    SELECT array_agg(DISTINCT page.translation_key) FILTER (
               WHERE page.path <> before.path
                  OR (page.live OR before.live)
                     AND (page.live, page.expire_at, page.first_published_at, page.alias_of_id)
                         IS DISTINCT FROM
                         (before.live, before.expire_at, before.first_published_at, before.alias_of_id)
           ),
           bool_or(page.path <> before.path),
           bool_or((page.translation_key, page.locale_id) IS DISTINCT FROM (before.translation_key, before.locale_id))
    INTO changed, is_moved, is_another
    FROM new_pages AS page FULL JOIN old_pages AS before ON before.id = page.id;
    IF is_another THEN  -- whose version it is decides about the pages below all its versions
        INSERT INTO publishing_indexwork (every) VALUES (true);
    ELSIF is_moved THEN
        INSERT INTO publishing_indexwork (keys)
        WITH pair AS MATERIALIZED (
            SELECT before.path AS path_before, page.path AS path_after
            FROM new_pages AS page FULL JOIN old_pages AS before ON before.id = page.id
        ),
        moved AS MATERIALIZED (SELECT * FROM pair WHERE path_before <> path_after),
        placed AS MATERIALIZED (
            SELECT moved.path_before, moved.path_after, above.path_before IS NOT NULL AS is_with_parent
            FROM moved FULL JOIN moved AS above
              ON (above.path_before, above.path_after) = (left(moved.path_before, -4), left(moved.path_after, -4))
        )
        SELECT ARRAY(
            SELECT unnest(changed)
            UNION
            SELECT below.translation_key FROM placed
            CROSS JOIN unnest(ARRAY[placed.path_before, placed.path_after]) AS place
            CROSS JOIN publishing_pages_below(place) AS below
            WHERE NOT placed.is_with_parent
        );
    ELSIF changed IS NOT NULL THEN
        INSERT INTO publishing_indexwork (keys) VALUES (changed);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_pages_updated AFTER UPDATE ON wagtailcore_page
REFERENCING OLD TABLE AS old_pages NEW TABLE AS new_pages
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_pages_updated();

CREATE OR REPLACE FUNCTION publishing_index_pages_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_indexwork (keys, below)
    SELECT
        ARRAY(
            SELECT page.translation_key FROM old_pages AS page
            UNION
            SELECT below.translation_key
            FROM old_pages AS above CROSS JOIN publishing_pages_below(above.path) AS below
        ),
        ARRAY(
            SELECT page.translation_key FROM old_pages AS page
            WHERE EXISTS (
                      SELECT FROM wagtailcore_pageviewrestriction AS restriction WHERE restriction.page_id = page.id
                  )
               OR EXISTS (SELECT FROM wagtailcore_site AS site WHERE site.root_page_id = page.id)
        )
    WHERE EXISTS (SELECT FROM old_pages);
    RETURN NULL;
END
$$;
CREATE TRIGGER publishing_index_pages_deleted AFTER DELETE ON wagtailcore_page
REFERENCING OLD TABLE AS old_pages
FOR EACH STATEMENT EXECUTE FUNCTION publishing_index_pages_deleted();
