from django.db import migrations

# Pages that were copied with all below them: nothing could be added below the copies.
COUNT = """
WITH counted AS (SELECT left(path, -4) AS path, count(*) AS children FROM wagtailcore_page GROUP BY 1)
UPDATE wagtailcore_page AS page SET numchild = coalesce(counted.children, 0)
FROM wagtailcore_page AS parent LEFT JOIN counted USING (path)
WHERE parent.id = page.id AND page.numchild <> coalesce(counted.children, 0)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0012_words"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunSQL(COUNT, migrations.RunSQL.noop)]
