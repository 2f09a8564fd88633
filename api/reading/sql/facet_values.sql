-- Many cases have the same values, so there are fewer lists of values to take apart than cases.
SELECT {facet}, list, value, '', sum(number)
FROM (
    SELECT list, jsonb_array_elements_text(same) AS value, number
    FROM (SELECT list, facets -> {facet} AS same, count(*) AS number FROM found WHERE {others} GROUP BY 1, 2)
        AS alike
) AS single
GROUP BY list, value
