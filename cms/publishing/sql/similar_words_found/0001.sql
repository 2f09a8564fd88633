-- Which pages meet a query, or have a word like this one in their title. Why it is a function is said in words_found.
SELECT public.similarity('', '');  -- loads pg_trgm, whose setting the function has

CREATE OR REPLACE FUNCTION public.publishing_similar_words_found(word text, query tsquery)
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 100
SET enable_seqscan = off SET pg_trgm.word_similarity_threshold = 0.5 AS $$
    SELECT page_id FROM public.publishing_wordindex WHERE lexemes @@ query
    UNION
    SELECT page_id FROM public.publishing_pagewords WHERE word OPERATOR(public.<%) folded_title
$$;
