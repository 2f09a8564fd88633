-- Of pages, only live ones that have a document can be seen; their order among siblings is that of the original, whether
-- or not that can be seen itself. A change asks for the version once, however many pages it is of.
CREATE OR REPLACE FUNCTION publishing_page_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM publishing_visiblechange WHERE transaction = txid_current()) AND EXISTS (
        SELECT FROM publishing_publisheddocument AS document
        JOIN wagtailcore_page AS page ON page.id = document.page_id
        WHERE page.translation_key = OLD.translation_key
          AND CASE page.id
              WHEN OLD.id THEN OLD.live OR NEW.live
              ELSE page.live AND OLD.path IS DISTINCT FROM NEW.path
          END
    ) THEN
        PERFORM publishing_raise_version();
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER publishing_page_changed AFTER UPDATE ON wagtailcore_page
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (
    (OLD.path, OLD.url_path, OLD.slug, OLD.live, OLD.expire_at, OLD.first_published_at, OLD.last_published_at,
     OLD.translation_key, OLD.locale_id, OLD.alias_of_id)
    IS DISTINCT FROM
    (NEW.path, NEW.url_path, NEW.slug, NEW.live, NEW.expire_at, NEW.first_published_at, NEW.last_published_at,
     NEW.translation_key, NEW.locale_id, NEW.alias_of_id)
)
EXECUTE FUNCTION publishing_page_changed();

CREATE CONSTRAINT TRIGGER publishing_page_deleted AFTER DELETE ON wagtailcore_page
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION publishing_page_changed();
