"""The only home of which words PostgreSQL finds a page by: the SQL that makes its search columns and looks in them.

They get words as `words` makes them, with spaces between them. A language's own configuration takes their endings off.
English also takes accents off; Finnish and Swedish do not, since å, ä and ö are letters of their own there. The folded
vector has all words without accents and with their endings.

The SQL stands in the order in which migrations run it. What a later one drops is kept for the earlier.
"""

# Run by migration 3.
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

# Run by migration 4.
# Which pages have words, as ids to choose from among the public ones. `names` is a condition on facets, or null;
# in the languages of `all_of` no word counts.
# PostgreSQL would rather read all rows than an index, since it does not count what long vectors cost to read: hence
# functions, which have settings of their own.
CREATE_LOOKUPS = """
CREATE TEXT SEARCH CONFIGURATION public.publishing_folded_words (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION public.publishing_folded_words
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, simple;

CREATE FUNCTION public.publishing_with_words(languages text[], queries tsquery[], all_of text[], names jsonpath)
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
    SELECT document.page_id FROM unnest(languages, queries) AS wanted (language, query)
    JOIN public.publishing_publisheddocument AS document
        ON document.search_vector @@ wanted.query AND document.search_language = wanted.language
    UNION ALL
    SELECT page_id FROM public.publishing_publisheddocument
    WHERE cardinality(all_of) > 0 AND search_language = ANY (all_of)
    UNION ALL
    SELECT page_id FROM public.publishing_publisheddocument WHERE facets @@ names
$$;

CREATE FUNCTION public.publishing_with_folded_words(query tsquery, names jsonpath)
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
    SELECT page_id FROM public.publishing_publisheddocument WHERE folded_vector @@ query
    UNION ALL
    SELECT page_id FROM public.publishing_publisheddocument WHERE facets @@ names
$$;

SELECT public.similarity('', '');  -- loads pg_trgm, whose setting the next function has

CREATE FUNCTION public.publishing_with_similar_title(word text)
RETURNS SETOF integer LANGUAGE sql STABLE ROWS 100
SET enable_seqscan = off SET pg_trgm.word_similarity_threshold = 0.5 AS $$
    SELECT page_id FROM public.publishing_publisheddocument WHERE word OPERATOR(public.<%) folded_title
$$
"""
DROP_LOOKUPS = """
DROP FUNCTION public.publishing_with_similar_title;
DROP FUNCTION public.publishing_with_folded_words;
DROP FUNCTION public.publishing_with_words;
DROP TEXT SEARCH CONFIGURATION public.publishing_folded_words
"""

# Run by migration 7, before the columns that they make.
CREATE_WORD_COLUMNS = """
CREATE FUNCTION public.publishing_folded_search_vector(words jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'A', ''))), 'A')
        || setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'B', ''))), 'B')
        || setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'C', ''))), 'C')
        || setweight(to_tsvector('pg_catalog.simple', public.publishing_folded(coalesce(words ->> 'D', ''))), 'D')
$$;

CREATE FUNCTION public.publishing_folded_title(words jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT public.publishing_folded(coalesce(words ->> 'A', ''))
$$
"""

# Which pages have every word that is wanted in their language, and whether they have each as it is written there or
# only without its accents. A word stands there once for each language that it counts in; it is in a page's text, or in
# the name of what the page names: `names` are conditions on facets, or null.
CREATE_FOUND = """
CREATE FUNCTION public.publishing_found(
    languages text[], words integer[],
    queries tsquery[], folded_queries tsquery[], names jsonpath[], folded_names jsonpath[]
)
RETURNS TABLE (page_id integer, exact boolean) LANGUAGE sql STABLE ROWS 100 SET enable_seqscan = off AS $$
    WITH wanted AS MATERIALIZED (
        SELECT * FROM unnest(languages, words, queries, folded_queries, names, folded_names)
            AS wanted (language, word, query, folded_query, names, folded_names)
    ),
    hit AS (
        SELECT document.page_id, wanted.language, wanted.word, true AS exact
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.search_vector @@ wanted.query AND document.search_language = wanted.language
        UNION ALL
        SELECT document.page_id, wanted.language, wanted.word, true
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.facets @@ wanted.names AND document.search_language = wanted.language
        UNION ALL
        SELECT document.page_id, wanted.language, wanted.word, false
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.folded_vector @@ wanted.folded_query AND document.search_language = wanted.language
        UNION ALL
        SELECT document.page_id, wanted.language, wanted.word, false
        FROM wanted JOIN public.publishing_publisheddocument AS document
            ON document.facets @@ wanted.folded_names AND document.search_language = wanted.language
    ),
    of_word AS (
        SELECT page_id, language, word, bool_or(exact) AS exact FROM hit GROUP BY page_id, language, word
    )
    SELECT page_id, bool_and(exact) FROM of_word GROUP BY page_id, language
    HAVING count(*) = (SELECT count(*) FROM wanted WHERE wanted.language = of_word.language)
$$;

DROP FUNCTION public.publishing_with_words;
DROP TEXT SEARCH CONFIGURATION public.publishing_folded_words
"""
