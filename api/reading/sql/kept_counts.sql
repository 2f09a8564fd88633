-- Sets of some facets' terms, and how many pages have each: as the numbers say, and one for each page that they leave out.
SELECT facet, terms, first_year, last_year, number FROM ({kept}) AS kept
UNION ALL
SELECT had.facet, had.terms, had.years[1], had.years[2], 1
FROM ({others}) AS other
CROSS JOIN LATERAL publishing_index_sets(other.terms, other.first_year, other.last_year) AS had
WHERE had.facet = ANY (%(facets)s)
