SELECT 'sectors', list, sector, '', count(*)
FROM (
    SELECT DISTINCT list, page_id, sector
    FROM (SELECT list, page_id, unnest(terms) AS term FROM found WHERE {others}) AS own JOIN organisation USING (term)
) AS single
GROUP BY list, sector
