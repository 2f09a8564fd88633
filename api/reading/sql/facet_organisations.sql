SELECT 'organisations', list, key, name, number
FROM (
    SELECT list, key, count(*) AS number
    FROM (SELECT list, jsonb_array_elements_text(facets -> 'organisations') AS key FROM found WHERE {others})
        AS partner
    GROUP BY list, key
) AS single
JOIN organisation USING (key)
