"""One box in which the person writes the name."""

from intake.i18n import lazy_gettext as _l
from intake.web.fields import NameField
from intake.web.forms import BaseForm


class WriteForm(BaseForm):
    """The name, by the person's own hand."""

    name = NameField(_l("Please write your name here"), question="name", needed=True)
