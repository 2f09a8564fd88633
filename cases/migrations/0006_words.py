from django.db import migrations

import cms.publishing.fields


def write_words(apps, schema_editor):
    for name in ("Municipality", "Organisation", "Person"):
        for row in apps.get_model("cases", name).objects.all():
            row.save(update_fields=["words"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_municipality_inflections")]

    operations = [
        migrations.AddField(
            model_name="municipality",
            name="words",
            field=cms.publishing.fields.WordsField(of=("name", "inflections")),
        ),
        migrations.AddField(
            model_name="organisation",
            name="words",
            field=cms.publishing.fields.WordsField(of=("name",)),
        ),
        migrations.AddField(
            model_name="person",
            name="words",
            field=cms.publishing.fields.WordsField(of=("name",)),
        ),
        migrations.RunPython(write_words, migrations.RunPython.noop),
    ]
