-- A text that editors wrote is shown, so it comes from a public page that has it.
SELECT {facet}, list, value, '', {number}
FROM counted
CROSS JOIN LATERAL substr(term, length({facet}) + 2) AS value
JOIN publishing_publishedpage AS page
  ON page.id = counted.page_id AND page.site_id = {site} AND page.facets -> {facet} ? value
WHERE starts_with(term, {facet} || ':') AND {number} > 0
