from django.db import migrations

from cms.publishing.operations import Define


class Migration(migrations.Migration):
    dependencies = [("publishing", "0003_search_and_noindex")]

    operations = [Define(folded_words=1, with_words=1, with_folded_words=1, with_similar_title=1)]
