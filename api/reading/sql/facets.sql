-- How many cases each value of each facet stands for. `found` has the cases that all conditions let through which are
-- no facet's own, with a column in_… for each filter of a facet that is set; {counts} are the statements facet_….sql.
-- Their terms are taken apart once; PostgreSQL groups by one column in memory, and sorts where it is by more.
WITH found AS MATERIALIZED (
    SELECT page_id, terms, first_year, last_year, {list} AS list{and_columns} FROM ({rows}) AS found {of_lists}
),
counted AS MATERIALIZED (
    SELECT {counted_list} AS list, term, min(page_id) AS page_id, {numbers}
    FROM (SELECT list, page_id, unnest(terms) AS term{and_columns} FROM found) AS single GROUP BY {grouped}
),
organisation AS MATERIALIZED (
    SELECT 'organisations:' || translation_key AS term, translation_key::text AS key, name, sector
    FROM ({organisations}) AS best
),
span AS MATERIALIZED (
    SELECT list, first_year AS first, last_year AS last, count(*) AS number
    FROM found WHERE {others_than_year} AND first_year IS NOT NULL GROUP BY 1, 2, 3
)
{counts}
