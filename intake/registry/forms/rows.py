"""A form that stands in many rows of one page: a button beside each."""

from intake.web.forms import BaseForm


class RowForm(BaseForm):
    """A form that stands in many rows of one page, so that no error links to one box."""

    def problems(self) -> list[tuple[str, str]]:
        """Every error, without a box to go to."""
        return [("", words) for _target, words in super().problems()]
