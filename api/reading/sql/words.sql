-- Each word by the rules of the languages that are read, and without its accents, and what it names so and so.
-- A folded word is looked for as it is, and with the endings off that its language knows. Without accents a letter may
-- become several signs, quotation marks among them.
WITH word AS MATERIALIZED (
    SELECT given.number, given.text, given.begun, folded.text AS folded_text, language,
           to_tsquery(configuration, '''' || given.text || '''' || ending) AS query,
           to_tsquery('pg_catalog.simple', '''' || folded.text || '''' || ending)
               || to_tsquery(configuration, '''' || folded.text || '''' || ending) AS folded_query
    FROM unnest(%(texts)s::text[], %(begun)s::boolean[]) WITH ORDINALITY AS given (text, begun, number),
         unnest(%(word_languages)s::text[]) AS language,
         publishing_search_configuration(language) AS configuration,
         LATERAL (SELECT regexp_replace(publishing_folded(given.text), '[''\\]', ' ', 'g')) AS folded (text),
         LATERAL (SELECT CASE WHEN given.begun THEN ':*' ELSE '' END) AS ending (ending)
),
name AS MATERIALIZED (
    SELECT *, to_tsvector(publishing_search_configuration(language), text) AS vector,
           to_tsvector('pg_catalog.simple', publishing_folded(text)) AS folded_vector
    FROM ({names}) AS name
)
SELECT word.text, word.folded_text, jsonb_object_agg(word.language, word.query::text),
       jsonb_object_agg(word.language, word.folded_query::text), {named}, {named_when_folded}
FROM word GROUP BY word.number, word.text, word.begun, word.folded_text ORDER BY word.number
