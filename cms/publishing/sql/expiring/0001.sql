-- Every request of the admin asks which pages have expired.
CREATE INDEX publishing_expiring ON wagtailcore_page (expire_at) WHERE live AND expire_at IS NOT NULL;
