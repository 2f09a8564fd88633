from django.db import migrations

from cms.publishing.operations import Define


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [
        Define(raise_version=1, page_changed=1),
        migrations.RunSQL(
            "INSERT INTO publishing_contentversion (number, raised_by) VALUES (0, 0)", migrations.RunSQL.noop
        ),
    ]
