-- Every name that counts, with its facet, key and language. A place has the names of all languages and their forms.
SELECT 'municipalities' AS facet, code AS key, '' AS language, text
FROM cases_municipality, unnest(string_to_array(words, E'\n')) AS text
UNION ALL
SELECT 'organisations', translation_key::text, language, words
FROM ({organisations}) AS organisation (translation_key, language, words)
UNION ALL
SELECT 'people', translation_key::text, language, words
FROM ({people}) AS person (translation_key, language, words)
