-- The main pictures of a row of {view}, each as JSON. The long document is read once, however many there are.
ARRAY (
    SELECT to_jsonb(picture)::text
    FROM jsonb_to_record({view}.document) AS named ({columns})
    JOIN media_image AS picture ON picture.id IN ({names})
    WHERE picture.collection_id NOT IN ({private})
)
