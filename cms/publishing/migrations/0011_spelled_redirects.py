"""Old paths of redirects in their one spelling, in which they are looked up."""

from typing import Any

from django.db import migrations

from cms.publishing.redirects import spelled

LONGEST = 255


def spell(apps: Any, schema_editor: Any) -> None:
    redirects = apps.get_model("wagtailredirects", "Redirect").objects
    for redirect in redirects.order_by("pk"):
        path = spelled(redirect.old_path)
        is_taken = redirects.filter(old_path=path, site=redirect.site_id).exists()
        if path != redirect.old_path and len(path) <= LONGEST and not is_taken:
            redirects.filter(pk=redirect.pk).update(old_path=path)


class Migration(migrations.Migration):
    dependencies = [("publishing", "0010_paths_beside"), ("wagtailredirects", "0008_add_verbose_name_plural")]

    operations = [migrations.RunPython(spell, migrations.RunPython.noop)]
