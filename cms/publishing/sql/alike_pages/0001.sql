-- Which pages have a path or a title that is at least as similar as this to one that is wanted. Paths are as the index has
-- them: who wants one below a deeper page puts that page's path before it, which makes no two paths less alike.
SELECT public.similarity('', '');  -- loads pg_trgm, whose setting the function has

CREATE OR REPLACE FUNCTION public.publishing_alike_pages(paths text[], title text, threshold real)
RETURNS SETOF integer LANGUAGE plpgsql STABLE ROWS 100
SET enable_seqscan = off SET pg_trgm.similarity_threshold = 0.3 AS $$
BEGIN
    PERFORM set_config('pg_trgm.similarity_threshold', threshold::text, true);
    RETURN QUERY
    SELECT page.id FROM unnest(paths) AS wanted (path)
    JOIN public.wagtailcore_page AS page
        ON substr(page.url_path, strpos(substr(page.url_path, 2), '/') + 2) OPERATOR(public.%) wanted.path
    UNION
    SELECT words.page_id FROM public.publishing_pagewords AS words WHERE words.folded_title OPERATOR(public.%) title;
END
$$;
