"""Pages whose path another page has come first at; see `cms.publishing.view`."""

from django.db import migrations

from cms.publishing.view import CREATE_VIEW, DROP_VIEW


class Migration(migrations.Migration):
    dependencies = [("publishing", "0009_expiring_pages")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX publishing_page_slug ON wagtailcore_page (split_part(url_path, '/', -2))",
            "DROP INDEX publishing_page_slug",
        ),
        migrations.RunSQL([DROP_VIEW, CREATE_VIEW], migrations.RunSQL.noop),
        migrations.RunSQL(
            """UPDATE publishing_preview SET "row" = "row" || '{"taken_in": []}'""", migrations.RunSQL.noop
        ),
    ]
