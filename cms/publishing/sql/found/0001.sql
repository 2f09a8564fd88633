-- Which pages have every word that is wanted in their language, and whether they have each as it is written there or
-- only without its accents. A word stands there once for each language that it counts in; it is in a page's text, or in
-- the name of what the page names: `names` are conditions on facets, or null.
-- PostgreSQL would rather read all rows than an index, since it does not count what long vectors cost to read: hence a
-- function, which has settings of its own.
CREATE OR REPLACE FUNCTION public.publishing_found(
    languages text[], words integer[],
    queries tsquery[], folded_queries tsquery[], names jsonpath[], folded_names jsonpath[]
)
RETURNS TABLE (page_id integer, exact boolean) LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
    WITH wanted AS MATERIALIZED (
        SELECT * FROM unnest(languages, words, queries, folded_queries, names, folded_names)
            AS wanted (language, word, query, folded_query, names, folded_names)
    ),
    hit AS (
        SELECT document.page_id, wanted.language, wanted.word, true AS exact
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.search_vector @@ wanted.query AND document.search_language = wanted.language
        UNION ALL
        SELECT document.page_id, wanted.language, wanted.word, true
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.facets @@ wanted.names AND document.search_language = wanted.language
        UNION ALL
        SELECT document.page_id, wanted.language, wanted.word, false
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.folded_vector @@ wanted.folded_query AND document.search_language = wanted.language
        UNION ALL
        SELECT document.page_id, wanted.language, wanted.word, false
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.facets @@ wanted.folded_names AND document.search_language = wanted.language
    ),
    of_word AS (
        SELECT page_id, language, word, bool_or(exact) AS exact FROM hit GROUP BY page_id, language, word
    )
    SELECT page_id, bool_and(exact) FROM of_word GROUP BY page_id, language
    HAVING count(*) = (SELECT count(*) FROM wanted WHERE wanted.language = of_word.language)
$$;
