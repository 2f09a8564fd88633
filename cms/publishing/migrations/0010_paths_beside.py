"""Pages whose path another page has come first at; see `cms/publishing/sql/publishedpage`."""

from django.db import migrations

from cms.publishing.operations import Define


class Migration(migrations.Migration):
    dependencies = [("publishing", "0009_expiring_pages")]

    operations = [
        Define(page_slug=1, taken_in=1, publishedpage=2, restrictedpage=2),
        migrations.RunSQL(
            """UPDATE publishing_preview SET "row" = "row" || '{"taken_in": []}'""", migrations.RunSQL.noop
        ),
    ]
