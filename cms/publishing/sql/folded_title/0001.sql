-- What a misspelt word is compared with.
CREATE OR REPLACE FUNCTION public.publishing_folded_title(words jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.publishing_folded(coalesce(words ->> 'A', ''))
$$;
