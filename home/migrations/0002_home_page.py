"""A home page, not published yet, in place of Wagtail's welcome page; and the content languages."""

from django.conf import settings
from django.db import migrations


def make_home_page(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Locale = apps.get_model("wagtailcore", "Locale")
    Site = apps.get_model("wagtailcore", "Site")
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("home", "HomePage")

    for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)

    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2).delete()
    home = HomePage.objects.create(
        title="Helsinki Smart Region",
        draft_title="Helsinki Smart Region",
        slug="home",
        url_path="/home/",
        path=root.path + "0001",
        depth=2,
        numchild=0,
        live=False,
        has_unpublished_changes=True,
        locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE),
        content_type=ContentType.objects.get_or_create(app_label="home", model="homepage")[0],
    )
    root.numchild = 1
    root.save()
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True, site_name="Helsinki Smart Region"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("publishing", "0002_version_and_view"),
        ("wagtailcore", "0053_locale_model"),
    ]

    operations = [migrations.RunPython(make_home_page, migrations.RunPython.noop)]
