"""The vault and store of one laptop: made at first start, opened at each unlock."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from intake.config import FieldConfig
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
            create_vault(self.folder / VAULT, passphrase, self.profile)

    def open(self, passphrase: str) -> Store:
        """Open the store; raises WrongPassphrase, TooManyAttempts or StoreInUse."""
        return open_store(self.folder, open_vault(self.folder / VAULT, passphrase))


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
        self.laptop = laptop
        self.site = config.site
        self.registry = config.registry
        self.keep = timedelta(hours=config.keep_hours)


def holder() -> LaptopHolder:
    """The holder of the laptop that serves this request."""
    return cast("LaptopHolder", access.shell().holder)
