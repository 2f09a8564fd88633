from django.db import migrations

from cms.publishing.search import CREATE_LOOKUPS, DROP_LOOKUPS


class Migration(migrations.Migration):
    dependencies = [("publishing", "0003_search_and_noindex")]

    operations = [migrations.RunSQL(CREATE_LOOKUPS, DROP_LOOKUPS)]
