import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

from cms.publishing.operations import Define, PutBack, SetAside

# Deferred triggers that wait for the end would keep the table from being altered.
SETTLE = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


class Migration(migrations.Migration):
    """The columns are empty until rebuild_published has made the words, which readiness waits for."""

    dependencies = [("publishing", "0011_spelled_redirects")]

    operations = [
        migrations.RunSQL(SETTLE, SETTLE),
        SetAside(publishedpage=2, restrictedpage=2),
        Define(folded_search_vector=1, folded_title=1),
        migrations.AddField(
            model_name="publisheddocument",
            name="search_words",
            field=models.JSONField(default=dict, help_text="The words of those texts, with spaces between them."),
        ),
        migrations.RemoveIndex(model_name="publisheddocument", name="published_search"),
        migrations.RemoveIndex(model_name="publisheddocument", name="published_folded"),
        migrations.RemoveIndex(model_name="publisheddocument", name="published_folded_title"),
        migrations.RemoveField(model_name="publisheddocument", name="search_vector"),
        migrations.RemoveField(model_name="publisheddocument", name="folded_vector"),
        migrations.RemoveField(model_name="publisheddocument", name="folded_title"),
        Define(folded_vector=2),
        migrations.AddField(
            model_name="publisheddocument",
            name="search_vector",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("search_language"), models.F("search_words"), function="publishing_search_vector"
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddField(
            model_name="publisheddocument",
            name="folded_vector",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(models.F("search_words"), function="publishing_folded_search_vector"),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddField(
            model_name="publisheddocument",
            name="folded_title",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(models.F("search_words"), function="publishing_folded_title"),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="publisheddocument",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="published_search"),
        ),
        migrations.AddIndex(
            model_name="publisheddocument",
            index=django.contrib.postgres.indexes.GinIndex(fields=["folded_vector"], name="published_folded"),
        ),
        migrations.AddIndex(
            model_name="publisheddocument",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["folded_title"], name="published_folded_title", opclasses=["gin_trgm_ops"]
            ),
        ),
        PutBack(publishedpage=2, restrictedpage=2),
        Define(found=1, with_words=2, folded_words=2),
    ]
