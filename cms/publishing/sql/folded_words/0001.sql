-- Words without accents and with their endings.
CREATE TEXT SEARCH CONFIGURATION public.publishing_folded_words (COPY = pg_catalog.simple);

ALTER TEXT SEARCH CONFIGURATION public.publishing_folded_words
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, simple;
