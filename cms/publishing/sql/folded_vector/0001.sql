-- All words of a page without accents.
CREATE OR REPLACE FUNCTION public.publishing_folded_vector(texts jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector(
        'pg_catalog.simple',
        public.publishing_folded(concat_ws(' ', texts ->> 'A', texts ->> 'B', texts ->> 'C', texts ->> 'D'))
    )
$$;
