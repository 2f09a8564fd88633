import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    """What is shown of a snippet is its copy, which has triggers of its own: see publishing 0017."""

    dependencies = [
        ("home", "0007_drafts_hold_what_was_typed"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="sitesettings",
            name="version_update",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sitesettings",
            trigger=pgtrigger.compiler.Trigger(
                name="version_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (((OLD."expire_at" IS DISTINCT FROM (NEW."expire_at") OR OLD."live" IS DISTINCT FROM (NEW."live") OR OLD."locale_id" IS DISTINCT FROM (NEW."locale_id") OR OLD."translation_key" IS DISTINCT FROM (NEW."translation_key"))) AND (OLD.live OR NEW.live))',
                    constraint="CONSTRAINT",
                    func="PERFORM publishing_raise_version(); RETURN NULL;",
                    hash="482428746b069fe91f5ad9045a3cc06953421a4a",
                    operation="UPDATE",
                    pgid="pgtrigger_version_update_630f0",
                    table="home_sitesettings",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
