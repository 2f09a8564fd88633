-- Of each list its total, and the positions in the window that is asked for and one more. `found` is what belongs to
-- any of the lists. The index gives it in order, and the window ends early; relevance is worked out once for all.
WITH found AS {materialized} ({rows}),
total AS MATERIALIZED ({totals})
SELECT list.key, coalesce(total.number, 0), part.page_id, part.{column}, part.translation_key
FROM unnest(%(lists)s::text[]) AS list (key)
LEFT JOIN total USING (key)
LEFT JOIN LATERAL (
    SELECT * FROM found WHERE {member} AND {between} ORDER BY {order} LIMIT %(most)s
) AS part ON TRUE
ORDER BY {order_of_parts}
