"""The vault and store of one laptop: made at first start, opened at each unlock."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from intake.config import FieldConfig
from intake.field import practising
from intake.security.destroying import destroy_vault
from intake.security.passphrase import STRONG, Profile, create_vault, open_vault
from intake.store import Store, open_store
from intake.web import access
from intake.web.holder import StoreHolder, utc_now

VAULT = "vault.json"


class Laptop:
    """Where this laptop keeps its records, and how dear a guess of its passphrase is."""

    def __init__(self, folder: Path, profile: Profile = STRONG) -> None:
        self.folder = folder
        self.profile = profile

    @property
    def is_new(self) -> bool:
        """Whether nobody has chosen a passphrase yet."""
        return not (self.folder / VAULT).exists()

    def choose(self, passphrase: str) -> None:
        """Make the vault of a new laptop; raises PassphraseTooShort."""
        if self.is_new:
            self._put_aside()
            create_vault(self.folder / VAULT, passphrase, self.profile)

    def open(self, passphrase: str) -> Store:
        """Open the store; raises WrongPassphrase, TooManyAttempts or StoreInUse."""
        return open_store(self.folder, open_vault(self.folder / VAULT, passphrase))

    def erase(self) -> None:
        """Make all that lies here unreadable for good; the laptop is new afterwards."""
        vault = self.folder / VAULT
        attempts = vault.with_name(vault.stem + ".attempts.json")
        destroy_vault(vault, beside=(*self._files(), attempts))

    def _put_aside(self) -> None:
        """A store without its vault is noise that would stand in the way of a new one."""
        for path in self._files():
            path.replace(path.with_name(f"unreadable-{path.name}"))

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("intake.db*"))


class LaptopHolder(StoreHolder):
    """The open store of this laptop, and the laptop itself for its first start."""

    def __init__(
        self,
        laptop: Laptop,
        config: FieldConfig,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(laptop.open, idle=timedelta(minutes=config.idle_minutes), clock=clock)
        self._practice: Store | None = None
        self.laptop = laptop
        self.site = config.site
        self.registry = config.registry
        self.keep = timedelta(hours=config.keep_hours)
        self.draft_days = config.draft_days

    @property
    def is_practising(self) -> bool:
        """Whether pages show invented people and nothing can be sent."""
        return self.is_open and self._practice is not None

    @property
    def store(self) -> Store:
        """The open store, or in practice the one with invented people; raises Locked."""
        real = super().store
        return self._practice or real

    def practise(self, *, at: datetime) -> None:
        """Show a fresh practice store in place of the records; raises Locked."""
        self.leave_practice()
        officers = self.store.users.officers()
        self._practice = practising.begin(self.laptop.folder, officers, at=at)

    def leave_practice(self) -> None:
        """Shut the practice store and wipe it."""
        practice, self._practice = self._practice, None
        if practice is not None:
            practice.close()
        practising.wipe(self.laptop.folder)

    def erase(self) -> None:
        """Forget the key and everything it opens, at once and for good."""
        self.close()
        self.laptop.erase()

    def close(self) -> None:
        """Shut the store and forget the key; practice ends and is wiped."""
        self.leave_practice()
        super().close()


def holder() -> LaptopHolder:
    """The holder of the laptop that serves this request."""
    return cast("LaptopHolder", access.shell().holder)
