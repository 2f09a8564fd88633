"""The public index: its tables, and what keeps it. It is filled when everything is migrated; see `index_upkeep`."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from cms.publishing.operations import Define

# One row for each statement that concerns pages, until its transaction ends.
CREATE_WORK = """
CREATE UNLOGGED TABLE publishing_indexwork (
    transaction bigint NOT NULL DEFAULT txid_current(),
    keys uuid[] NOT NULL DEFAULT '{}',  -- of pages
    below uuid[] NOT NULL DEFAULT '{}',  -- of pages that all is concerned below, below each of their versions
    every boolean NOT NULL DEFAULT false,
    is_last boolean NOT NULL DEFAULT false
)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0013_count_children_of_copies"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReaderChain",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "reader", "locale", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reader", models.TextField()),
                ("locale", models.TextField()),
                ("rank", models.SmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="PublicIndex",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "translation_key",
                        "reader",
                        "site_id",
                        "locale",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("translation_key", models.UUIDField()),
                ("reader", models.TextField(help_text="The language asked for")),
                ("site_id", models.IntegerField()),
                ("locale", models.TextField(help_text="The language of the version")),
                ("page_id", models.IntegerField()),
                ("type", models.TextField()),
                ("parent_key", models.UUIDField(null=True)),
                ("position", models.TextField()),
                ("listed_at", models.DateTimeField()),
                ("first_published_at", models.DateTimeField(null=True)),
                (
                    "sort_title",
                    models.TextField(db_collation="C", help_text="The beginning: a whole title may fit into no index."),
                ),
                ("noindex", models.BooleanField()),
                (
                    "terms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        help_text="goals:7 for a value of a facet, goals for one without values",
                        size=None,
                    ),
                ),
                ("first_year", models.SmallIntegerField(null=True)),
                ("last_year", models.SmallIntegerField(null=True)),
                (
                    "shown_from",
                    models.DateTimeField(help_text="When the better version expires; null: there is none.", null=True),
                ),
                ("shown_until", models.DateTimeField(help_text="When the version expires; null: never.", null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["site_id", "reader", "type", "listed_at", "translation_key"],
                        include=["shown_from", "shown_until", "page_id"],
                        name="index_listed_at",
                    ),
                    models.Index(
                        fields=["site_id", "reader", "type", "sort_title", "translation_key"],
                        include=["shown_from", "shown_until", "page_id"],
                        name="index_sort_title",
                    ),
                    models.Index(fields=["site_id", "reader", "parent_key", "position"], name="index_children"),
                    models.Index(
                        condition=models.Q(("noindex", False)),
                        fields=["site_id", "reader", "locale", "first_published_at"],
                        name="index_first_published_at",
                    ),
                    models.Index(
                        condition=models.Q(("noindex", False), ("reader", models.F("locale"))),
                        fields=["site_id", "translation_key", "locale"],
                        include=["type", "shown_until", "page_id"],
                        name="index_sitemap",
                    ),
                    models.Index(fields=["page_id", "reader", "site_id"], name="index_page"),
                    django.contrib.postgres.indexes.GinIndex(fields=["terms"], name="index_terms"),
                ],
            },
        ),
        migrations.RunSQL(CREATE_WORK, "DROP TABLE publishing_indexwork"),
        Define(
            index_terms=1,
            index_rows=1,
            index_work=1,
            index_of_pages=1,
            index_of_documents=1,
            index_of_places=1,
        ),
    ]
