-- Pages, and along with them rows of what they mention: each row's JSON, with the number of its selection, which the
-- pages themselves have none of.
WITH shown AS MATERIALIZED ({pages}),
mentioned AS MATERIALIZED (
    SELECT DISTINCT of_kind.kind, named.key
    FROM shown, unnest(ARRAY[{parts}]) AS part,
         jsonb_each(shown.mentions -> part) AS of_kind (kind, keys),
         jsonb_array_elements_text(of_kind.keys) AS named (key)
)
SELECT NULL::int, row FROM shown
UNION ALL
{along}
