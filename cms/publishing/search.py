"""The only home of which words PostgreSQL finds a page by: the functions that make its search columns.

A language's own configuration takes its endings off. English also takes accents off; Finnish and Swedish do not, since
å, ä and ö are letters of their own there. The folded vector has all words without accents and with their endings.
"""

CREATE_FUNCTIONS = """
CREATE TEXT SEARCH CONFIGURATION public.publishing_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION public.publishing_english
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, english_stem;

-- Names are written with their schema, because indexes call these functions while a dump is restored.
CREATE FUNCTION public.publishing_folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT lower(public.unaccent('public.unaccent'::regdictionary, words))
$$;

CREATE FUNCTION public.publishing_search_configuration(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE language
        WHEN 'en' THEN 'public.publishing_english'
        WHEN 'fi' THEN 'pg_catalog.finnish'
        WHEN 'sv' THEN 'pg_catalog.swedish'
        ELSE 'pg_catalog.simple'
    END::regconfig
$$;

CREATE FUNCTION public.publishing_search_vector(language text, texts jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector(configuration, coalesce(texts ->> 'A', '')), 'A')
        || setweight(to_tsvector(configuration, coalesce(texts ->> 'B', '')), 'B')
        || setweight(to_tsvector(configuration, coalesce(texts ->> 'C', '')), 'C')
        || setweight(to_tsvector(configuration, coalesce(texts ->> 'D', '')), 'D')
    FROM public.publishing_search_configuration(language) AS configuration
$$;

CREATE FUNCTION public.publishing_folded_vector(texts jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_tsvector(
        'pg_catalog.simple',
        public.publishing_folded(concat_ws(' ', texts ->> 'A', texts ->> 'B', texts ->> 'C', texts ->> 'D'))
    )
$$
"""
DROP_FUNCTIONS = """
DROP FUNCTION public.publishing_folded_vector;
DROP FUNCTION public.publishing_search_vector;
DROP FUNCTION public.publishing_search_configuration;
DROP FUNCTION public.publishing_folded;
DROP TEXT SEARCH CONFIGURATION public.publishing_english
"""
