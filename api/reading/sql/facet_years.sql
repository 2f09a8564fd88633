-- A case without an end counts in every year that is listed, and makes a year be listed until this one.
SELECT 'years', list, year::text, '', sum(number)
FROM {span} AS span
JOIN (
    SELECT DISTINCT list, generate_series(first, coalesce(last, greatest(first, %(this_year)s))) AS year FROM {span}
) AS listed USING (list)
WHERE first <= year AND coalesce(year <= last, true)
GROUP BY list, year
