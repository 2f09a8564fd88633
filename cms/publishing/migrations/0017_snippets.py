"""Snippets are published like pages. The next migration copies what is live."""

import django.core.serializers.json
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from cms.publishing.operations import Define

# On the way back, pgtrigger leaves the functions of its triggers behind.
DROP_FUNCTIONS = """
DROP FUNCTION IF EXISTS
    pgtrigger_version_insert_b330b(), pgtrigger_version_delete_ed760(), pgtrigger_version_update_3038c()
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0016_index_counts"),
        # The view reads these tables.
        ("cases", "0007_drafts_hold_what_was_typed"),
        ("home", "0007_drafts_hold_what_was_typed"),
    ]

    operations = [
        migrations.RunSQL(migrations.RunSQL.noop, DROP_FUNCTIONS),
        migrations.CreateModel(
            name="PublishedSnippet",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "type", "object_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("type", models.CharField(max_length=100)),
                ("object_id", models.BigIntegerField()),
                ("translation_key", models.UUIDField()),
                ("locale", models.CharField(max_length=100)),
                ("document", models.JSONField()),
                ("mentions", models.JSONField()),
                ("words", models.TextField()),
            ],
            options={
                "db_table": "publishing_publishedsnippet",
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="SnippetDocument",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "type", "object_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("type", models.CharField(help_text="The snippet's label: cases.person", max_length=100)),
                ("object_id", models.BigIntegerField(help_text="The id of its row.")),
                (
                    "revision_id",
                    models.BigIntegerField(
                        help_text="The revision's id when it was copied; null: the row was copied, when there were no copies.",
                        null=True,
                    ),
                ),
                ("revision_content", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("format", models.PositiveIntegerField(help_text="0: nothing is derived from the copy yet.")),
                ("document", models.JSONField(default=dict)),
                (
                    "mentions",
                    models.JSONField(default=dict, help_text="What the document refers to, by kind; see `mentions`."),
                ),
                ("words", models.TextField(default="", help_text="What search finds it by: a line for each text.")),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snippetdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="version_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="PERFORM publishing_raise_version(); RETURN NULL;",
                    hash="d50d11784cce3679d8d36bb6895916b7b1470f17",
                    operation="INSERT",
                    pgid="pgtrigger_version_insert_b330b",
                    table="publishing_snippetdocument",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snippetdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="version_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="PERFORM publishing_raise_version(); RETURN NULL;",
                    hash="3022a18647c1f5f22b3d220f863d4d76e48e09ff",
                    operation="DELETE",
                    pgid="pgtrigger_version_delete_ed760",
                    table="publishing_snippetdocument",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snippetdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="version_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.* IS DISTINCT FROM NEW.*) AND (TRUE OR TRUE))",
                    constraint="CONSTRAINT",
                    func="PERFORM publishing_raise_version(); RETURN NULL;",
                    hash="0de0ee4c42429324a9be6c44047238d2855a45f7",
                    operation="UPDATE",
                    pgid="pgtrigger_version_update_3038c",
                    table="publishing_snippetdocument",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        Define(publishedsnippet=1, snippet_gone=1),
    ]
