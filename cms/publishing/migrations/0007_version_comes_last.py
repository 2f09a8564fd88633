from django.db import migrations

from cms.publishing.operations import Define


class Migration(migrations.Migration):
    dependencies = [("publishing", "0006_path_history")]

    operations = [
        migrations.RunSQL(
            "CREATE TABLE publishing_visiblechange (transaction bigint PRIMARY KEY)",
            "DROP TABLE publishing_visiblechange",
        ),
        Define(raise_version=2, raise_version_last=1),
    ]
