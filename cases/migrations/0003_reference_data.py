"""The UN's 17 goals and the region's 26 municipalities (Statistics Finland's codes; population at the end of 2022)."""

import json
from pathlib import Path

from django.db import migrations


def load(apps, schema_editor):
    data = json.loads((Path(__file__).parent / "reference_data.json").read_text())
    for name, rows in (("Goal", data["goals"]), ("Municipality", data["municipalities"])):
        model = apps.get_model("cases", name)
        model.objects.bulk_create(model(**row) for row in rows)


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_initial"), ("publishing", "0002_version_and_view")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
