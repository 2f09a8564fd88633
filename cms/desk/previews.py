"""The only home of the list of previews in the admin, and of revoking them."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from cms.publishing.models import Preview

EDITORS: list[str] = ["add", "change", "publish"]


def revocable(user: Any) -> QuerySet[Preview]:
    """The previews that frontends can still show, of pages that `user` may edit or looked at."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    mine = Q(made_by=user) | Q(page__in=pages) | Q(parent__in=pages)
    return Preview.objects.filter(mine, expires_at__gt=timezone.now()).select_related("made_by").order_by("-made_at")


def edit_address(preview: Preview) -> str | None:
    return reverse("wagtailadmin_pages:edit", args=[preview.page_id]) if preview.page_id else None


class RevokeColumn(Column):
    cell_template_name = "desk/revoke_preview.html"

    def get_value(self, instance: Preview) -> Preview:
        return instance

    def get_cell_context_data(self, instance: Preview, parent_context: dict[str, Any]) -> dict[str, Any]:
        """A cell is rendered apart from its page, and knows only of the token what it is told."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(context["request"])}


class PreviewsView(ReportView):
    model = Preview
    permission_policy = page_permission_policy
    any_permission_required = EDITORS
    page_title = gettext_lazy("Previews")
    header_icon = "view"
    index_url_name = "previews"
    columns: ClassVar = [
        TitleColumn("title", label=gettext_lazy("Page"), accessor=str, get_url=edit_address),
        Column("locale", label=gettext_lazy("Language"), accessor=lambda preview: preview.row["locale"]),
        UserColumn("made_by", label=gettext_lazy("Opened by")),
        DateColumn("made_at", label=gettext_lazy("Opened")),
        Column("expires_at", label=gettext_lazy("Works until"), accessor="expires_at"),
        RevokeColumn("revoke", label=gettext_lazy("Revoke")),
    ]

    def get_queryset(self) -> QuerySet[Preview]:
        return revocable(self.request.user)


@require_POST
def revoke(request: HttpRequest, **which: Any) -> HttpResponse:
    """End the preview that the address names, or all previews of the page."""
    count, _rows = revocable(request.user).filter(**which).delete()
    messages.success(request, _("Revoked previews: %(count)d.") % {"count": count})
    return redirect("previews")


class PreviewsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, EDITORS)


def menu_item() -> MenuItem:
    return PreviewsMenuItem(gettext_lazy("Previews"), reverse("previews"), name="previews", icon_name="view", order=650)


def urls() -> list[Any]:
    return [
        path("reports/previews/", PreviewsView.as_view(), name="previews"),
        path("reports/previews/<uuid:pk>/revoke/", revoke, name="revoke_preview"),
        path("reports/previews/page/<int:page>/revoke/", revoke, name="revoke_previews_of_page"),
    ]
