-- The rows that the public index should have of some pages: for each reader every version that they get, now or as soon
-- as the better ones have expired. What the index may not know is what the view does not show.
CREATE OR REPLACE FUNCTION publishing_index_rows(wanted uuid[]) RETURNS SETOF publishing_publicindex LANGUAGE sql STABLE AS $$
    SELECT translation_key, reader, site_id, locale, page_id, type, parent_key, position, listed_at,
           first_published_at, left(sort_title, 300), noindex, publishing_index_terms(facets),
           publishing_index_year(facets, 'first_year'), publishing_index_year(facets, 'last_year'),
           better_until, expire_at
    FROM (
        SELECT page.translation_key, chain.reader, page.site_id, page.locale, page.id AS page_id, page.type,
               page.parent_key, page.position, page.listed_at, page.first_published_at, page.sort_title,
               page.noindex, page.facets, expiring.expire_at,
               max(coalesce(expiring.expire_at, 'infinity')) OVER (
                   PARTITION BY page.site_id, chain.reader, page.translation_key ORDER BY chain.rank
                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
               ) AS better_until
        FROM publishing_publishedpage AS page
        JOIN publishing_readerchain AS chain ON chain.locale = page.locale
        JOIN wagtailcore_page AS expiring ON expiring.id = page.id
        WHERE page.translation_key = ANY (wanted)
    ) AS version
    WHERE better_until IS NULL OR better_until < coalesce(expire_at, 'infinity')
$$;
