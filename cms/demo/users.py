"""The only home of the demo's logins: invented people with passwords that anyone can guess, in development alone."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group


@dataclass(frozen=True)
class Login:
    """A user whose password is the user's name."""

    name: str
    first_name: str
    last_name: str
    group: str | None = None  # None: may do everything


ADMIN = Login("admin", "Kielo", "Rantavuori")
EDITOR = Login("editor", "Tapio", "Lehtosaari", "Editors")
TRANSLATOR = Login("translator", "Sanna", "Björklid", "Translators")
LOGINS = (ADMIN, EDITOR, TRANSLATOR)


def make_users() -> dict[Login, AbstractUser]:
    return {login: _make(login) for login in LOGINS}


def _make(login: Login) -> AbstractUser:
    """The user; who has the name already stays as they are."""
    model = get_user_model()
    if known := model.objects.filter(username=login.name).first():
        return known
    is_admin = login.group is None
    user: AbstractUser = model(
        username=login.name,
        first_name=login.first_name,
        last_name=login.last_name,
        email=f"{login.name}@example.org",
        is_superuser=is_admin,
        is_staff=is_admin,
    )
    user.set_password(login.name)
    user.save()
    if login.group:
        user.groups.add(Group.objects.get_or_create(name=login.group)[0])
    return user
