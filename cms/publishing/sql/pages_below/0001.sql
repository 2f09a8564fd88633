-- The pages below a place in the tree. In a join PostgreSQL would take a ninth of all pages to be below each place, and
-- read them all; asked for one place, it takes the index.
CREATE OR REPLACE FUNCTION publishing_pages_below(place text) RETURNS TABLE (page_id integer, translation_key uuid)
LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT page.id, page.translation_key FROM wagtailcore_page AS page
    WHERE page.path ~>~ place AND page.path ~<~ (place || '[');
END
$$;
