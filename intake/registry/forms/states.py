"""The form that puts a record out of use: why, by a code and in words."""

from intake.domain.codes import InactiveReason
from intake.i18n import lazy_gettext as _l
from intake.registry.forms.links import WhyForm
from intake.web.fields import CodeField


class InactiveForm(WhyForm):
    """Why a record is not in use for now."""

    code = CodeField(_l("Why it is not in use"), codes=InactiveReason, needed=True, radios_up_to=0)
