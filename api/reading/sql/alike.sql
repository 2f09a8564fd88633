-- A condition on the view of public pages: for each of the things given, the pages that have most in common with it.
-- As an array, the candidates are found once.
publishing_publishedpage.id = ANY (ARRAY (
    WITH candidate AS MATERIALIZED ({newest})
    SELECT few.page_id FROM jsonb_to_recordset(%(things)s::jsonb) AS thing (key uuid, weights jsonb)
    CROSS JOIN LATERAL (
        SELECT candidate.page_id FROM candidate
        CROSS JOIN LATERAL (
            SELECT coalesce(sum((thing.weights ->> term)::int), 0) FROM unnest(candidate.terms) AS term
        ) AS shared (score)
        WHERE candidate.translation_key <> thing.key
        ORDER BY shared.score DESC, candidate.listed_at DESC, candidate.translation_key LIMIT %(first)s
    ) AS few
))
