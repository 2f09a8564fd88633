"""The only home of short lists for each of several things: the first few pages for all of them in one statement."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from api.rows.sql import condition
from cms.publishing.models import PublishedPage


def is_among_few_of_each(
    things: Sequence[Mapping[str, Any]], candidates: QuerySet[PublishedPage], *, where: str, order: str, most: int
) -> RawSQL:
    """A condition on pages: to be one of the first `most` candidates for any of the things.

    `where` and `order` are SQL on `candidate`, a published page, and `thing`, which has a `key` and `facets`. Whoever
    reads the pages sees from their facets which are for which thing. As an array, the candidates are found once.
    """
    searched = ["relevance"] if "relevance" in candidates.query.annotations else []
    columns = candidates.values("id", "translation_key", "facets", "listed_at", "sort_title", *searched)
    found, params = columns.query.sql_with_params()
    sql = f"""
        "{PublishedPage._meta.db_table}".id = ANY (ARRAY (
            WITH candidate AS MATERIALIZED ({found})
            SELECT few.id FROM jsonb_to_recordset(%s::jsonb) AS thing (key text, facets jsonb)
            CROSS JOIN LATERAL (SELECT candidate.id FROM candidate WHERE {where} ORDER BY {order} LIMIT {most}) AS few
        ))
    """  # noqa: S608  # made of nothing that a client wrote
    return condition(sql, (*params, json.dumps(list(things))))
