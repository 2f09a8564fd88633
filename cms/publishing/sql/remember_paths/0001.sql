-- Remembers the paths of these pages that are public. A path that fits into no index is no address that anyone can use.
CREATE OR REPLACE FUNCTION publishing_remember_paths(page_ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO publishing_pathhistory AS known (site_id, locale, path, translation_key)
    SELECT DISTINCT ON (page.site_id, page.locale, page.path)
           page.site_id, page.locale, page.path, page.translation_key
    FROM publishing_publishedpage AS page
    WHERE page.id = ANY (page_ids)
      AND octet_length(page.path) <= 2000
      AND NOT EXISTS (
          SELECT FROM publishing_pathhistory AS remembered
          WHERE (remembered.site_id, remembered.locale, remembered.path, remembered.translation_key)
              = (page.site_id, page.locale, page.path, page.translation_key)
      )
    ORDER BY page.site_id, page.locale, page.path, page.id
    ON CONFLICT (site_id, locale, path) DO UPDATE SET translation_key = EXCLUDED.translation_key;
END
$$;
