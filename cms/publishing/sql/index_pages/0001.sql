-- Which pages a statement concerns that writes page rows. A draft that is saved, or a draft translation that is made,
-- concerns none. A page's place is looked at whether or not it is live: it sorts the versions in other languages.
-- Pages below one whose row alone is inserted, moved or deleted, as only SQL does, have another parent and place.

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
        SELECT page.translation_key FROM new_pages AS above
        JOIN wagtailcore_page AS page ON page.path ~>~ above.path AND page.path ~<~ (above.path || '[')
        WHERE NOT EXISTS (SELECT FROM new_pages AS inserted WHERE inserted.id = page.id)
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
        WITH moved AS MATERIALIZED (
            SELECT before.path AS old, page.path AS new
            FROM new_pages AS page JOIN old_pages AS before ON before.id = page.id WHERE page.path <> before.path
        ),
        place AS (
            SELECT unnest(ARRAY[moved.old, moved.new]) AS path FROM moved
            WHERE NOT EXISTS (
                SELECT FROM moved AS above WHERE (above.old, above.new) = (left(moved.old, -4), left(moved.new, -4))
            )
        )
        SELECT ARRAY(
            SELECT unnest(changed)
            UNION
            SELECT page.translation_key FROM place
            JOIN wagtailcore_page AS page ON page.path ~>~ place.path AND page.path ~<~ (place.path || '[')
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
            SELECT page.translation_key FROM old_pages AS above
            JOIN wagtailcore_page AS page ON page.path ~>~ above.path AND page.path ~<~ (above.path || '[')
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
