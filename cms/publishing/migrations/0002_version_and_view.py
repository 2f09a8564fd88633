from django.db import migrations

from cms.publishing.version import CREATE_FUNCTION, CREATE_PAGE_TRIGGER, DROP_PAGE_TRIGGER


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [
        migrations.RunSQL(CREATE_FUNCTION, "DROP FUNCTION publishing_raise_version"),
        migrations.RunSQL(CREATE_PAGE_TRIGGER, DROP_PAGE_TRIGGER),
        migrations.RunSQL(
            "INSERT INTO publishing_contentversion (number, raised_by) VALUES (0, 0)", migrations.RunSQL.noop
        ),
    ]
