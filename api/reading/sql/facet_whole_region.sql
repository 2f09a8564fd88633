-- A case of the whole region is one of each municipality.
SELECT 'municipalities', list, municipality.code, '', number
FROM (
    SELECT list, count(*) AS number FROM found WHERE {others} AND facets -> 'municipalities' = '[]' GROUP BY list
) AS whole
CROSS JOIN cases_municipality AS municipality
