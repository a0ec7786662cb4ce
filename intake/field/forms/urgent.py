"""The first sixty seconds: five questions that cannot wait (domain chapter 6)."""

from intake.domain.codes import YesNo
from intake.field.forms.rest import PageForm
from intake.web.compound import ask


class UrgentForm(PageForm):
    """Asked of everybody, before anything else."""

    urgent_doctor = ask("urgent.doctor")
    urgent_child_alone = ask("urgent.child-alone")
    urgent_shelter = ask("urgent.shelter")
    urgent_afraid = ask("urgent.afraid")
    urgent_alone = ask("urgent.alone")

    @property
    def has_yes(self) -> bool:
        """Whether help is needed now."""
        return any(field.answer.value == YesNo.YES for field in self.asked().values())
