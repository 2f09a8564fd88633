"""How many pages lists have, kept beside the index. What it has already is counted here; triggers count from then on."""

import django.contrib.postgres.fields
from django.db import migrations, models

from cms.publishing.operations import Define

COUNT = "SELECT publishing_recount_index()"


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0015_mentions"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexCount",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "site_id",
                        "reader",
                        "type",
                        "facet",
                        "digest",
                        "locale",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("site_id", models.IntegerField()),
                ("reader", models.TextField()),
                ("locale", models.TextField()),
                ("type", models.TextField()),
                (
                    "facet",
                    models.TextField(
                        help_text="The years are those of first_year; without a facet, all rows are counted."
                    ),
                ),
                ("digest", models.UUIDField(help_text="Of what follows, which may fit into no index.")),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None),
                ),
                ("first_year", models.SmallIntegerField(null=True)),
                ("last_year", models.SmallIntegerField(null=True)),
                ("number", models.IntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("number", 0)), fields=["number"], name="index_count_none")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="publicindex",
            index=models.Index(
                condition=models.Q(("shown_from__isnull", False), ("shown_until__isnull", False), _connector="OR"),
                fields=["site_id", "reader", "type"],
                name="index_with_a_moment",
            ),
        ),
        Define(index_counts=1, keep_index=2),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
