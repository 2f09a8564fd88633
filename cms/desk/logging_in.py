"""The only home of the admin's login form: Wagtail's, which cannot be tried for ever."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms.auth import LoginForm

from cms import wrong_passwords


class PatientLoginForm(LoginForm):
    def clean(self) -> dict[str, Any]:
        account = f"account {self.cleaned_data.get('username', '').casefold()}"
        if wrong_passwords.are_too_many(self.request, account):
            raise ValidationError(wrong_passwords.TOO_MANY, code="too_many")
        try:
            return super().clean()
        except ValidationError:
            wrong_passwords.count_one(self.request, account)
            raise
