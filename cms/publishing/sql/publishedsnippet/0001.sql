-- The people, organisations and settings that anonymous readers may see. What is shown comes from the copy of what was
-- published; whether it may be seen, its key and its language from the row, so that whoever writes that is right at once.
CREATE VIEW publishing_publishedsnippet AS
SELECT snippet.type,
       document.object_id,
       snippet.translation_key,
       locale.language_code AS locale,
       document.document,
       document.mentions,
       document.words
FROM (
    SELECT 'cases.organisation' AS type, id, translation_key, locale_id, live, expire_at FROM cases_organisation
    UNION ALL
    SELECT 'cases.person', id, translation_key, locale_id, live, expire_at FROM cases_person
    UNION ALL
    SELECT 'home.sitesettings', id, translation_key, locale_id, live, expire_at FROM home_sitesettings
) AS snippet
JOIN publishing_snippetdocument AS document ON document.type = snippet.type AND document.object_id = snippet.id
JOIN wagtailcore_locale AS locale ON locale.id = snippet.locale_id
WHERE snippet.live
  AND (snippet.expire_at IS NULL OR snippet.expire_at > statement_timestamp())
  AND document.format > 0;
