-- What each word may name if it is misspelt.
WITH name AS MATERIALIZED (
    SELECT facet, key, publishing_folded(text) AS text FROM ({names}) AS name
)
SELECT {named}
FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS word (text, number) ORDER BY number
