-- Which pages meet the query of their language.
-- PostgreSQL would rather read all rows than an index, since it does not count what long vectors cost to read: hence a
-- function, which has settings of its own.
CREATE OR REPLACE FUNCTION public.publishing_words_found(languages text[], queries tsquery[])
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off AS $$
    SELECT entry.page_id
    FROM unnest(languages, queries) AS wanted (language, query)
    JOIN public.publishing_wordindex AS entry
        ON entry.lexemes @@ (('''@' || wanted.language || '''')::tsquery && wanted.query)
$$;
