"""Forms of finding a person and of saying why."""

from intake.domain.codes import ViewPurpose
from intake.i18n import lazy_gettext as _l
from intake.web.fields import CodeField, TextField
from intake.web.forms import BaseForm


class PurposeForm(BaseForm):
    """Why a record is opened."""

    purpose = CodeField(_l("Why do you need it?"), codes=ViewPurpose, needed=True, radios_up_to=9)


class SearchForm(PurposeForm):
    """Whom to look for, and why."""

    words = TextField(
        _l("Name in any script, or a number"),
        hint=_l("The beginnings of names are enough. A number can be scanned."),
        needed=True,
        limit=200,
    )
