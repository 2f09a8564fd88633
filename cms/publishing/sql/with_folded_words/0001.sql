-- Which pages have words without accents, or facets that meet a condition. Why it is a function is said in found.
CREATE OR REPLACE FUNCTION public.publishing_with_folded_words(query tsquery, names jsonpath)
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
    SELECT page_id FROM public.publishing_publisheddocument WHERE folded_vector @@ query
    UNION ALL
    SELECT page_id FROM public.publishing_publisheddocument WHERE facets @@ names
$$;
