-- What is known of places (a language and a path below its prefix) and of pages: one row of JSON each.
-- What is restricted is found whatever hides it besides: nobody shall learn of it by its path that it is gone.
WITH site AS (SELECT {site} AS id),
asked AS (
    SELECT asked.locale, asked.path, split_part(asked.path, '/', -2) AS slug
    FROM unnest(%(locales)s::text[], %(paths)s::text[]) AS asked (locale, path)
),
of_site AS (
    SELECT redirect.*, old_path = ANY (%(old_paths)s::text[]) AS is_asked
    FROM wagtailredirects_redirect AS redirect
    WHERE redirect.site_id = (SELECT id FROM site) OR redirect.site_id IS NULL
),
-- One that leads to an address may lead on to any other. A site's own come before those of all sites.
redirect AS MATERIALIZED (
    SELECT DISTINCT ON (of_site.old_path)
           of_site.old_path, of_site.is_permanent, of_site.redirect_link, of_site.is_asked,
           target.translation_key AS key, locale.language_code AS language
    FROM of_site
    LEFT JOIN wagtailcore_page AS target ON target.id = of_site.redirect_page_id
    LEFT JOIN wagtailcore_locale AS locale ON locale.id = target.locale_id
    WHERE of_site.is_asked OR %(all_redirects)s
       OR EXISTS (SELECT FROM of_site AS first WHERE first.is_asked AND first.redirect_page_id IS NULL)
    ORDER BY of_site.old_path, of_site.site_id NULLS LAST, of_site.id
),
remembered AS MATERIALIZED (
    SELECT history.locale, history.path, history.translation_key
    FROM publishing_pathhistory AS history JOIN asked USING (locale, path)
    WHERE history.site_id = (SELECT id FROM site)
),
-- Whose versions are to be known: those who had the places, who may be there now, and whom redirects lead to.
concerned AS MATERIALIZED (
    SELECT translation_key AS key FROM remembered
    UNION
    SELECT page.translation_key FROM asked
    JOIN wagtailcore_page AS page ON split_part(page.url_path, '/', -2) = asked.slug
     AND right(page.url_path, length(asked.path) + 1) = '/' || asked.path
    UNION
    SELECT key FROM redirect WHERE is_asked AND key IS NOT NULL
    UNION
    SELECT unnest(%(keys)s::uuid[])
)
SELECT 'redirect', jsonb_build_array(old_path, is_permanent, redirect_link, (
    SELECT origin FROM publishing_site_roots() AS root WHERE root.site_id = (SELECT id FROM site) LIMIT 1
), coalesce(key::text, ''), coalesce(language, ''))
FROM redirect
UNION ALL
SELECT 'owner', jsonb_build_array(locale, path, translation_key, EXISTS (
    SELECT FROM wagtailcore_page AS page
    WHERE page.translation_key = remembered.translation_key
      AND page.path ^@ ANY ((SELECT publishing_restricted_paths())::text[])
))
FROM remembered
UNION ALL
SELECT 'public', jsonb_build_array(page.id, page.translation_key, page.locale, page.path, page.taken_in)
FROM publishing_publishedpage AS page
WHERE page.site_id = (SELECT id FROM site) AND page.translation_key = ANY (ARRAY(SELECT key FROM concerned))
UNION ALL
SELECT 'restricted', jsonb_build_array(page.translation_key, page.locale, page.path, page.taken_in, (
    SELECT jsonb_agg(jsonb_build_array(restriction.id, restriction.restriction_type, restriction.password, ARRAY(
        SELECT members.group_id FROM wagtailcore_pageviewrestriction_groups AS members
        WHERE members.pageviewrestriction_id = restriction.id
    )))
    FROM wagtailcore_pageviewrestriction AS restriction WHERE restriction.id = ANY (page.restrictions)
))
FROM publishing_restrictedpage AS page
WHERE page.site_id = (SELECT id FROM site) AND page.translation_key = ANY (ARRAY(SELECT key FROM concerned))
