-- The same of all cases of a reader, by the sets of terms that they have of a facet.
kept_set AS MATERIALIZED (
    SELECT row_number() OVER () AS id, facet, terms, first_year, last_year, number FROM ({kept}) AS kept
),
kept AS MATERIALIZED (
    SELECT '' AS list, term, sum(number) AS number
    FROM (SELECT unnest(terms) AS term, number FROM kept_set) AS single GROUP BY term
),
kept_span AS MATERIALIZED (
    SELECT '' AS list, first_year AS first, last_year AS last, sum(number) AS number
    FROM kept_set WHERE facet = 'first_year' GROUP BY 2, 3
)
