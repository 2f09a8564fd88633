from importlib import import_module

from django.db import migrations

groups = import_module("home.migrations.0003_groups")


def let_editors_manage_redirects(apps, schema_editor):
    for editors in apps.get_model("auth", "Group").objects.filter(name="Editors"):
        for action in ("add", "change", "delete"):
            editors.permissions.add(groups.permission(apps, "wagtailredirects", "redirect", f"{action}_redirect"))


class Migration(migrations.Migration):
    dependencies = [("home", "0004_noindex"), ("wagtailredirects", "0008_add_verbose_name_plural")]

    operations = [migrations.RunPython(let_editors_manage_redirects, migrations.RunPython.noop)]
