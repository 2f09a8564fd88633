-- The id of the site that is read: the likeliest of two frontends that may have asked, else the default site.
(
    SELECT site.id FROM wagtailcore_site AS site
    ORDER BY (site.hostname = %(site_0)s AND site.port = %(site_1)s) DESC,
             (site.hostname = %(site_2)s AND site.port = %(site_3)s) DESC,
             site.is_default_site DESC, site.id
    LIMIT 1
)
