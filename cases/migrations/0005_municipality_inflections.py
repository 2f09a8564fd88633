"""The 26 municipalities as they are inflected: the Finnish cases in use of each, and the Swedish genitive."""

import json
from pathlib import Path

from django.db import migrations, models


def load(apps, schema_editor):
    model = apps.get_model("cases", "Municipality")
    for code, inflections in json.loads((Path(__file__).parent / "municipality_inflections.json").read_text()).items():
        model.objects.filter(pk=code).update(inflections=inflections)


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_noindex")]

    operations = [
        migrations.AddField(
            model_name="municipality",
            name="inflections",
            field=models.JSONField(
                blank=True, default=dict, help_text="Lists of forms by language code.", verbose_name="inflected forms"
            ),
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]
