-- A case of the whole region is one of each municipality.
SELECT 'municipalities', list, municipality.code, '', {number}
FROM {counted} CROSS JOIN cases_municipality AS municipality WHERE term = 'municipalities' AND {number} > 0
