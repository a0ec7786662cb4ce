"""The four questions of consent, asked anew at the registry."""

from intake.web.agreeing import FourQuestions


class AskAgainForm(FourQuestions):
    """What somebody who came to the registry agrees to now; nobody is answered for."""

    def narrow(self, *, may_be_child: bool, birth_known: bool) -> None:
        """Ask a child and the carer (DP-06); of an adult known as one, no more than the answer."""
        self.leave_out_vital_interest()
        if may_be_child:
            self.given_by.needed = self.says_something()
            return
        self.ask_one()
        if birth_known:
            del self.given_by
