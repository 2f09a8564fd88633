-- What a word of the statement around names: the shortest names that match.
ARRAY(
    SELECT jsonb_build_array(facet, key)
    FROM name {matching}
    GROUP BY facet, key ORDER BY min(length(name.text)), key LIMIT %(most_names)s
)
