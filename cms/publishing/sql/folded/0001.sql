-- Words in small letters, without accents.
-- Names are written with their schema, because indexes call such functions while a dump is restored.
CREATE OR REPLACE FUNCTION public.publishing_folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT lower(public.unaccent('public.unaccent'::regdictionary, words))
$$;
