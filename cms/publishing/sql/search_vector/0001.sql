-- A page's words, by weight, without the endings of its language.
CREATE OR REPLACE FUNCTION public.publishing_search_vector(language text, texts jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector(configuration, coalesce(texts ->> 'A', '')), 'A')
        || setweight(to_tsvector(configuration, coalesce(texts ->> 'B', '')), 'B')
        || setweight(to_tsvector(configuration, coalesce(texts ->> 'C', '')), 'C')
        || setweight(to_tsvector(configuration, coalesce(texts ->> 'D', '')), 'D')
    FROM public.publishing_search_configuration(language) AS configuration
$$;
