-- The versions of each page, as one JSON text: a thousand rows take longer to become Python's one by one.
SELECT json_agg(
    json_build_array(translation_key, locale, type, title, slug, path, taken_in,
                     coalesce(nullif(origin, ''), %(own_origin)s), coalesce(last_published_at, listed_at))
    ORDER BY translation_key, locale
)::text
FROM ({listed}) AS listed
