-- A condition on the view of public pages: for each of the things given, the pages that have most in common with it.
-- Only the newest are compared, in each language. As an array, the candidates are found once.
publishing_publishedpage.id = ANY (ARRAY (
    WITH candidate AS MATERIALIZED (
        SELECT id, translation_key, facets, listed_at FROM publishing_publishedpage
        WHERE site_id = {site} AND locale = ANY (%(chain)s) AND {best}
          AND id IN (
              SELECT page_id FROM publishing_publisheddocument WHERE type = %(type)s
              ORDER BY listed_at DESC LIMIT %(most_compared)s
          )
    )
    SELECT few.id FROM jsonb_to_recordset(%(things)s::jsonb) AS thing (key uuid, facets jsonb)
    CROSS JOIN LATERAL (
        SELECT candidate.id FROM candidate WHERE candidate.translation_key <> thing.key
        ORDER BY {score} DESC, candidate.listed_at DESC, candidate.translation_key LIMIT %(first)s
    ) AS few
))
