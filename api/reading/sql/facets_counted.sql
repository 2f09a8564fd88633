-- `found` has the cases that some facet counts: which all conditions let through that are no facet's own, with a column
-- in_… for each filter of a facet that is set, each asked once (hence OFFSET). Their terms are taken apart once; PostgreSQL
-- groups by one column in memory, and sorts where it is by more.
found AS MATERIALIZED (
    SELECT page_id, terms, first_year, last_year, {list} AS list{and_columns}
    FROM (SELECT * FROM ({rows}) AS one OFFSET 0) AS found {of_lists}
    WHERE {enough}
),
counted AS MATERIALIZED (
    SELECT {counted_list} AS list, term, min(page_id) AS page_id, {numbers}
    FROM (SELECT list, page_id, unnest(terms) AS term{and_columns} FROM found) AS single GROUP BY {grouped}
),
span AS MATERIALIZED (
    SELECT list, first_year AS first, last_year AS last, count(*) AS number
    FROM found WHERE {others_than_year} AND first_year IS NOT NULL GROUP BY 1, 2, 3
)
