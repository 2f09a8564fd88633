-- With every page that is saved, the index of the admin's search looks for the entries whose titles have no weight yet.
CREATE INDEX publishing_unweighted_entries ON wagtailsearch_indexentry (id) WHERE title_norm = 1.0;
