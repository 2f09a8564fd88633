SELECT {facet}, list, substr(term, length({facet}) + 2), '', {number}
FROM {counted} WHERE starts_with(term, {facet} || ':') AND {number} > 0
