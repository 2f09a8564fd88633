-- Which pages have paths that are written much alike; below the first page of each language, as most sites are.
CREATE INDEX publishing_page_path ON wagtailcore_page
USING gin (substr(url_path, strpos(substr(url_path, 2), '/') + 2) gin_trgm_ops);
