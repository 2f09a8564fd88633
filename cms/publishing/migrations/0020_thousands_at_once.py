"""What keeps the index and the paths takes as long for each of thousands of pages as for one."""

from django.db import migrations

from cms.publishing.operations import Define


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0019_word_index"),
        # One index is on a table of these.
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [
        Define(
            raise_version=3,
            page_changed=2,
            pages_below=1,
            unweighted_entries=1,
            remember_all_paths=2,
            remember_paths_of_pages=2,
            index_counts=2,
            keep_index=3,
            index_pages=2,
            index_documents=2,
        ),
    ]
