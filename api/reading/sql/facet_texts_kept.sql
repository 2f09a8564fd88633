-- A text that editors wrote is shown, so it comes from a public page that has it; the first that is at hand.
SELECT {facet}, list, value, '', number
FROM kept
CROSS JOIN LATERAL substr(term, length({facet}) + 2) AS value
CROSS JOIN LATERAL (
    SELECT one.page_id FROM ({rows}) AS one (page_id, terms) WHERE one.terms @> ARRAY[term] LIMIT 1
) AS one
JOIN publishing_publishedpage AS page
  ON page.id = one.page_id AND page.site_id = {site} AND page.facets -> {facet} ? value
WHERE starts_with(term, {facet} || ':')
