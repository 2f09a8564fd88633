"""The only home of what keeps the words that searches read beside their triggers: comparing, and working out anew."""

from collections.abc import Iterator

from django.db import connection

MOST_AT_ONCE = 200  # pages; who publishes one of them waits as long as they take

_ALL = """
    SELECT page_id FROM publishing_publisheddocument
    UNION SELECT page_id FROM publishing_pagewords
    UNION SELECT page_id FROM publishing_wordindex
    ORDER BY page_id
"""
_OTHERS = """
    WITH known AS (
        SELECT page_id, words.language, words.folded_title, words.vector, words.folded_vector, entry.lexemes
        FROM publishing_pagewords AS words FULL JOIN publishing_wordindex AS entry USING (page_id)
        WHERE page_id = ANY (%(ids)s)
    ),
    fresh AS (
        SELECT made.*, publishing_word_index_finding(made) AS lexemes
        FROM publishing_word_index_ranking(%(ids)s) AS made
    )
    SELECT page_id FROM known FULL JOIN fresh USING (page_id) WHERE known IS DISTINCT FROM fresh ORDER BY page_id
"""


def pages_at_once() -> list[list[int]]:
    """All pages that searches have or should have words of, in parts."""
    with connection.cursor() as cursor:
        cursor.execute(_ALL)
        ids = [page for (page,) in cursor.fetchall()]
    return [ids[start : start + MOST_AT_ONCE] for start in range(0, len(ids), MOST_AT_ONCE)]


def work_out_words(ids: list[int]) -> int:
    """Give these pages the words that they should have; how many rows that changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT publishing_work_out_words(%s)", [ids])
        changed: int = cursor.fetchone()[0]
    return changed


def pages_with_other_words(ids: list[int]) -> Iterator[int]:
    """Those of these pages that searches have other words of than their documents."""
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS, {"ids": ids})
        yield from (page for (page,) in cursor.fetchall())
