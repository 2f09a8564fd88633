-- A page's words, by weight, without accents and with their endings.
CREATE OR REPLACE FUNCTION public.publishing_folded_search_vector(words jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'A', ''))), 'A')
        || setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'B', ''))), 'B')
        || setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'C', ''))), 'C')
        || setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'D', ''))), 'D')
$$;
