from django.db import migrations
from modelcluster.models import get_serializable_data_for_fields

KINDS = (("cases", "Organisation"), ("cases", "Person"), ("home", "SiteSettings"))


def copy_rows(apps, schema_editor):
    alias = schema_editor.connection.alias
    SnippetDocument = apps.get_model("publishing", "SnippetDocument")
    for app, name in KINDS:
        for row in apps.get_model(app, name).objects.using(alias).filter(live=True):
            SnippetDocument.objects.using(alias).create(
                type=f"{app}.{name}".lower(),
                object_id=row.pk,
                revision_id=row.live_revision_id,
                revision_content=get_serializable_data_for_fields(row),
                format=0,
            )


class Migration(migrations.Migration):
    """Rows are what the public has seen of snippets so far. Nothing is shown of the copies until rebuild_published has
    derived them, which readiness waits for."""

    dependencies = [
        ("publishing", "0017_snippets"),
    ]

    operations = [
        migrations.RunPython(copy_rows, migrations.RunPython.noop),
    ]
