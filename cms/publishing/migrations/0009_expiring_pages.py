from django.db import migrations

from cms.publishing.operations import Define


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0008_count_children"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [Define(expiring=1)]
