"""What searches find and rank pages by moves into tables of its own, and paths get an index of what is alike.

Servers of the last release go on reading what documents have of it, by functions that stay as they were.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

from cms.publishing.operations import Define

# A page's words stand in its row, beside nothing else that is long: to fetch them from elsewhere takes longer than to use
# them. What finds pages is never read, only its index.
KEEP_APART = """
ALTER TABLE publishing_pagewords
    ALTER vector SET STORAGE MAIN, ALTER folded_vector SET STORAGE EXTERNAL, ALTER folded_title SET STORAGE MAIN;
ALTER TABLE publishing_wordindex ALTER lexemes SET STORAGE EXTERNAL;
ALTER TABLE publishing_wordindex SET (toast_tuple_target = 128)
"""
FILL = """
INSERT INTO publishing_pagewords
SELECT * FROM publishing_word_index_ranking(ARRAY(SELECT page_id FROM publishing_publisheddocument));
INSERT INTO publishing_wordindex
SELECT page_id, publishing_word_index_finding(made) FROM publishing_pagewords AS made
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0018_copy_snippets"),
    ]

    operations = [
        migrations.CreateModel(
            name="WordIndex",
            fields=[
                ("page_id", models.IntegerField(primary_key=True, serialize=False)),
                (
                    "lexemes",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="The words with and without their endings, the terms and the language."
                    ),
                ),
            ],
            options={
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["lexemes"], name="words_lexemes")],
            },
        ),
        migrations.CreateModel(
            name="PageWords",
            fields=[
                ("page_id", models.IntegerField(primary_key=True, serialize=False)),
                ("language", models.TextField(help_text="Whose words and endings the texts have.")),
                ("folded_title", models.TextField(help_text="What a misspelt word is compared with.")),
                (
                    "vector",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="The words by weight, without their endings, and the terms."
                    ),
                ),
                (
                    "folded_vector",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="The words by weight, with their endings and without accents."
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["folded_title"], name="words_folded_title", opclasses=["gin_trgm_ops"]
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEEP_APART, migrations.RunSQL.noop),
        Define(word_index=1, words_found=1, similar_words_found=1, page_path=1, alike_pages=1),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
