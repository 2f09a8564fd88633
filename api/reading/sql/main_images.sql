-- The pictures that the head of a row of {view} mentions, each as JSON.
ARRAY (
    SELECT to_jsonb(image)::text
    FROM jsonb_array_elements_text({view}.mentions -> 'head' -> '{images}') AS named (id)
    JOIN media_image AS image ON image.id = named.id::bigint
    WHERE image.collection_id NOT IN ({private})
)
