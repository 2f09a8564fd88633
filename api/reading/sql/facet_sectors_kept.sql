-- A case counts once, however many of its organisations are of a sector; so does each of those with the same organisations.
SELECT 'sectors', '', sector, '', sum(number)
FROM (
    SELECT DISTINCT id, sector, number
    FROM (SELECT id, number, unnest(terms) AS term FROM kept_set WHERE facet = 'organisations') AS own
    JOIN organisation USING (term)
) AS single
GROUP BY sector
