from django.db import migrations

# Every request of the admin asks which pages have expired.
FORWARD = "CREATE INDEX publishing_expiring ON wagtailcore_page (expire_at) WHERE live AND expire_at IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0008_count_children"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunSQL(FORWARD, "DROP INDEX publishing_expiring")]
