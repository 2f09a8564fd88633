from django.db import migrations

# Pages that were saved with the number of children that they once had: nothing could be added below them any more.
COUNT = """
WITH counted AS (SELECT left(path, -4) AS path, count(*) AS children FROM wagtailcore_page GROUP BY 1)
UPDATE wagtailcore_page AS page SET numchild = coalesce(counted.children, 0)
FROM wagtailcore_page AS parent LEFT JOIN counted USING (path)
WHERE parent.id = page.id AND page.numchild <> coalesce(counted.children, 0)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0007_version_comes_last"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunSQL(COUNT, migrations.RunSQL.noop)]
