-- English words without their endings and accents.
CREATE TEXT SEARCH CONFIGURATION public.publishing_english (COPY = pg_catalog.english);

ALTER TEXT SEARCH CONFIGURATION public.publishing_english
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, english_stem;
