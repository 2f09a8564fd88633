-- What lists filter and count by, from the facets of a document: "goals:7", and "goals" alone where the list is empty.
-- What is no list of texts or numbers is no term; neither is what fits into no index.
CREATE OR REPLACE FUNCTION publishing_index_terms(facets jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT term.text COLLATE "C" ORDER BY term.text COLLATE "C"), '{}')
    FROM jsonb_each(CASE jsonb_typeof(facets) WHEN 'object' THEN facets ELSE '{}' END) AS facet (name, list)
    LEFT JOIN LATERAL jsonb_array_elements(CASE jsonb_typeof(facet.list) WHEN 'array' THEN facet.list ELSE '[]' END)
        AS item (value) ON true
    CROSS JOIN LATERAL (SELECT facet.name || coalesce(':' || (item.value #>> '{}'), '')) AS term (text)
    WHERE facet.name NOT IN ('first_year', 'last_year')
      AND CASE WHEN item.value IS NULL THEN facet.list = '[]' ELSE jsonb_typeof(item.value) IN ('string', 'number') END
      AND octet_length(term.text) <= 500
$$;

-- The first number of a facet, if it is a year.
CREATE OR REPLACE FUNCTION publishing_index_year(facets jsonb, facet text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN jsonb_typeof(facets #> ARRAY[facet, '0']) = 'number' AND abs((facets #>> ARRAY[facet, '0'])::numeric) < 10000
        THEN (facets #>> ARRAY[facet, '0'])::numeric::smallint
    END
$$;
