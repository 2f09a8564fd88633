-- The pictures that the head of a row of {view} mentions, each as JSON.
ARRAY (
    SELECT to_jsonb(picture)::text
    FROM jsonb_array_elements_text({view}.mentions -> 'head' -> '{images}') AS named (id)
    JOIN media_image AS picture ON picture.id = named.id::bigint
    WHERE picture.collection_id NOT IN ({private})
)
