-- Which pages have words, as ids to choose from among the public ones. `names` is a condition on facets, or null;
-- in the languages of `all_of` no word counts.
-- PostgreSQL would rather read all rows than an index, since it does not count what long vectors cost to read: hence a
-- function, which has settings of its own.
CREATE OR REPLACE FUNCTION public.publishing_with_words(languages text[], queries tsquery[], all_of text[], names jsonpath)
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
    SELECT document.page_id FROM unnest(languages, queries) AS wanted (language, query)
    JOIN public.publishing_publisheddocument AS document
        ON document.search_vector @@ wanted.query AND document.search_language = wanted.language
    UNION ALL
    SELECT page_id FROM public.publishing_publisheddocument
    WHERE cardinality(all_of) > 0 AND search_language = ANY (all_of)
    UNION ALL
    SELECT page_id FROM public.publishing_publisheddocument WHERE facets @@ names
$$;
