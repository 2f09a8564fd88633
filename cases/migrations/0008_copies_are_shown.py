import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    """What is shown of a snippet is its copy, which has triggers of its own: see publishing 0017."""

    dependencies = [
        ("cases", "0007_drafts_hold_what_was_typed"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="organisation",
            name="version_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="person",
            name="version_update",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="version_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (((OLD."expire_at" IS DISTINCT FROM (NEW."expire_at") OR OLD."live" IS DISTINCT FROM (NEW."live") OR OLD."locale_id" IS DISTINCT FROM (NEW."locale_id") OR OLD."translation_key" IS DISTINCT FROM (NEW."translation_key"))) AND (OLD.live OR NEW.live))',
                    constraint="CONSTRAINT",
                    func="PERFORM publishing_raise_version(); RETURN NULL;",
                    hash="d7dc446ed8486c9c75aa9b9255c810ca3b1cfd7b",
                    operation="UPDATE",
                    pgid="pgtrigger_version_update_6492b",
                    table="cases_organisation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="version_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (((OLD."expire_at" IS DISTINCT FROM (NEW."expire_at") OR OLD."live" IS DISTINCT FROM (NEW."live") OR OLD."locale_id" IS DISTINCT FROM (NEW."locale_id") OR OLD."translation_key" IS DISTINCT FROM (NEW."translation_key"))) AND (OLD.live OR NEW.live))',
                    constraint="CONSTRAINT",
                    func="PERFORM publishing_raise_version(); RETURN NULL;",
                    hash="b623024ae6550a711ff123cfeb633ec573a0b6e4",
                    operation="UPDATE",
                    pgid="pgtrigger_version_update_70c23",
                    table="cases_person",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
