SELECT 'sectors', list, sector, '', count(*)
FROM (
    SELECT DISTINCT list, id, sector
    FROM (
        SELECT list, id, jsonb_array_elements_text(facets -> 'organisations') AS key FROM found WHERE {others}
    ) AS partner
    JOIN organisation USING (key)
) AS single
GROUP BY list, sector
