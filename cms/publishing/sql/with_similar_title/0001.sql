-- Which pages have a word like this one in their title.
SELECT public.similarity('', '');  -- loads pg_trgm, whose setting the function has

CREATE OR REPLACE FUNCTION public.publishing_with_similar_title(word text)
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 100
SET enable_seqscan = off SET pg_trgm.word_similarity_threshold = 0.5 AS $$
    SELECT page_id FROM public.publishing_publisheddocument WHERE word OPERATOR(public.<%) folded_title
$$;
