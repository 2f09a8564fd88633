-- Of each list its total, and the positions in the window that is asked for and one more. `found` is what belongs to
-- any of the lists; it is read once, and nothing in it is wide.
WITH found AS MATERIALIZED ({rows})
SELECT list.key, total.number, part.id, part.{column}, part.translation_key
FROM unnest(%(lists)s::text[]) AS list (key)
CROSS JOIN LATERAL (SELECT count(*) AS number FROM found WHERE {member}) AS total
LEFT JOIN LATERAL (
    SELECT * FROM found WHERE {member} AND {between} ORDER BY {order} LIMIT %(most)s
) AS part ON TRUE
ORDER BY {order_of_parts}
