-- Which pages have the last part of their path in common.
CREATE INDEX publishing_page_slug ON wagtailcore_page (split_part(url_path, '/', -2));
