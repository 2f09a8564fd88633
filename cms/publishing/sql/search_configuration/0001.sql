-- A language's own configuration takes its endings off. Finnish and Swedish keep accents, since å, ä and ö are letters of
-- their own there.
CREATE OR REPLACE FUNCTION public.publishing_search_configuration(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE language
        WHEN 'en' THEN 'public.publishing_english'
        WHEN 'fi' THEN 'pg_catalog.finnish'
        WHEN 'sv' THEN 'pg_catalog.swedish'
        ELSE 'pg_catalog.simple'
    END::regconfig
$$;
