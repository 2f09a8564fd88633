-- How many cases each value of each facet stands for. {counts} are the statements facet_….sql; what they read is counted one
-- by one (facets_counted.sql), or kept (facets_kept.sql).
WITH organisation AS MATERIALIZED (
    SELECT 'organisations:' || translation_key AS term, translation_key::text AS key, name, sector
    FROM ({organisations}) AS best
),
{tables}
{counts}
