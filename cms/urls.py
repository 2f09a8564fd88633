"""The only home of the wiring between paths and what answers them."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.i18n import JavaScriptCatalog
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents.views.serve import serve as document

from cms.health import Health
from cms.media.passwords import ask_for_password
from cms.reading import only_reads

urlpatterns = [
    path("", RedirectView.as_view(url="/admin/")),
    # What wagtail-localize asks for here knows no catalogue but its own.
    path("admin/localize/jsi18n/", require_admin_access(JavaScriptCatalog.as_view())),
    path("admin/", include(wagtailadmin_urls)),
    # Wagtail sends there whoever asks for a file of a collection for users.
    path(
        "login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True), name="wagtailcore_login"
    ),
    # Wagtail's own pattern takes numbers of any length, which no number of a document can be compared with.
    path("documents/<int:document_id>/<path:document_filename>", only_reads(document), name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        ask_for_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    re_path(r"^health/?$", only_reads(Health.as_view())),
    path("", include("api.urls")),
    # Django serves nothing here unless DEBUG is on.
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
