from django.db import migrations, models

from cms.publishing.operations import Define

# The index is worked out from the view.
WORK_OUT = "INSERT INTO publishing_indexwork (every) VALUES (true)"
# Deferred triggers that wait for the end would keep the table from being altered.
SETTLE = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


class Migration(migrations.Migration):
    """Nothing is mentioned until rebuild_published has derived it, which readiness waits for."""

    dependencies = [
        ("publishing", "0014_public_index"),
    ]

    operations = [
        migrations.RunSQL(SETTLE, SETTLE),
        migrations.AddField(
            model_name="publisheddocument",
            name="mentions",
            field=models.JSONField(default=dict, help_text="What the document refers to, by kind; see `mentions`."),
        ),
        Define(publishedpage=3, restrictedpage=3),
        migrations.RunSQL(WORK_OUT, WORK_OUT),
    ]
