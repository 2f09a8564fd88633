"""Lists find in the public index alone: in its order, and without reading what they do not show."""

import pytest
from django.db import connection

LISTS = {
    "newest": ("cases(locale: fi)", "index_listed_at"),
    "oldest": ("cases(locale: fi, order: oldest)", "index_listed_at"),
    "title, from its end": ("cases(locale: sv, order: title, last: 5)", "index_sort_title"),
    "articles": ("articles(locale: en)", "index_listed_at"),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_found_in_the_order_of_an_index(statements, name):
    field, index = LISTS[name]
    [finding] = [text for text in statements(f"{{ {field} {{ totalCount nodes {{ title }} }} }}") if "part" in text]
    assert "publishing_publishedpage" not in finding
    assert "wagtailcore_page" not in finding
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off")
        cursor.execute(f"EXPLAIN {finding}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
        cursor.execute("SET LOCAL enable_seqscan = on; SET LOCAL enable_bitmapscan = on; SET LOCAL enable_sort = on")
    assert plan.count(f"using {index}") >= 1
    assert "Sort Key: publishing_publicindex" not in plan
