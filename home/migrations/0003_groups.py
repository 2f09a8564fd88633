"""Who may do what: Editors everything but users and settings, Experts write for Editors' review, Translators translate.

A group's rights may be changed in the admin afterwards; this is what a new site begins with.
"""

from django.db import migrations

PAGE_ACTIONS = {
    "Editors": ["add", "change", "publish", "lock", "unlock"],
    "Experts": ["add", "change"],
    "Translators": ["change", "publish"],
}
# Whoever may add a picture or a file may also change the ones that are their own.
FILE_ACTIONS = {
    "Editors": ["add", "change", "choose"],
    "Experts": ["add", "choose"],
    "Translators": ["choose"],
}
SNIPPET_ACTIONS = {
    "Editors": ["add", "change", "publish", "delete"],
    "Translators": ["change", "publish"],
}
# Every language has its menus and site texts; there is no reason to remove them.
SITE_SETTINGS_ACTIONS = {
    "Editors": ["add", "change", "publish"],
    "Translators": ["change", "publish"],
}
TRANSLATE = ["Editors", "Translators"]


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Page = apps.get_model("wagtailcore", "Page")
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")

    # Wagtail's own groups do not fit: its Editors may not publish, and what its Moderators do Editors do here.
    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()
    groups = {name: Group.objects.create(name=name) for name in PAGE_ACTIONS}
    root, collection = Page.objects.get(depth=1), Collection.objects.get(depth=1)

    for name, group in groups.items():
        group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin", "Can access Wagtail admin"))
        for action in PAGE_ACTIONS[name]:
            GroupPagePermission.objects.create(
                group=group, page=root, permission=permission(apps, "wagtailcore", "page", f"{action}_page")
            )
        for model in ("image", "document"):
            for action in FILE_ACTIONS[name]:
                GroupCollectionPermission.objects.create(
                    group=group, collection=collection, permission=permission(apps, "media", model, f"{action}_{model}")
                )
        for app, model in (("cases", "organisation"), ("cases", "person")):
            for action in SNIPPET_ACTIONS.get(name, []):
                group.permissions.add(permission(apps, app, model, f"{action}_{model}"))
        for action in SITE_SETTINGS_ACTIONS.get(name, []):
            group.permissions.add(permission(apps, "home", "sitesettings", f"{action}_sitesettings"))
        if name in TRANSLATE:
            group.permissions.add(
                permission(apps, "wagtail_localize", "translation", "submit_translation", "Can submit translations")
            )

    for task in GroupApprovalTask.objects.all():
        task.name = "Editors’ review"
        task.save()
        task.groups.set([groups["Editors"]])
    Workflow.objects.update(name="Editors’ review")


def permission(apps, app, model, codename, name=None):
    """Django makes permissions after the last migration only, and leaves alone the ones that are there."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _ = ContentType.objects.get_or_create(app_label=app, model=model)
    verb = codename.partition("_")[0]
    return Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name or f"Can {verb} {model}"}
    )[0]


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_home_page"),
        ("cases", "0003_reference_data"),
        ("media", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
