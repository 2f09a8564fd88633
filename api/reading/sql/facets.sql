-- How many cases each value of each facet stands for. `found` has the cases that all conditions let through which are
-- no facet's own, with a column in_… for each filter of a facet that is set; {counts} are the statements facet_….sql.
WITH found AS MATERIALIZED (SELECT * FROM ({rows}) AS found WHERE list = ANY (%(lists)s)),
organisation AS MATERIALIZED (SELECT translation_key::text AS key, name, sector FROM ({organisations}) AS best),
span AS MATERIALIZED (
    SELECT list, (facets -> 'first_year' ->> 0)::int AS first, (facets -> 'last_year' ->> 0)::int AS last,
           count(*) AS number
    FROM found WHERE {others_than_year} AND facets -> 'first_year' <> '[]' GROUP BY 1, 2, 3
)
{counts}
