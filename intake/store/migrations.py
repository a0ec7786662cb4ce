"""The shape of the database, forward only.

Only the ledger's shape needs care for ever.


The other tables are projections of the ledger (dropped and rebuilt at will) or working
papers (drafts, sessions, leases) that are no testimony.
"""

from sqlite_utils import Database, Migrations

from intake.store import engine
from intake.store.schema import (
    ASSENT,
    CONSENT_LINES,
    FILING,
    GROUPS,
    HEARD,
    INDEXES,
    LAST_DAYS,
    LEDGER,
    LIKENESSES,
    PLANS,
    PROJECTIONS_SQL,
    WORKING,
)
from intake.store.schema_decisions import (
    BOTH_SIDES,
    CORRECTIONS_TOLD,
    FINDINGS_FIRST,
    IDENTITIES,
    NO_PART_IN_IT,
)
from intake.store.schema_links import LINKS
from intake.store.schema_moves import MOVES
from intake.store.schema_records import RECORDS, REOPENING
from intake.store.schema_settings import SETTINGS
from intake.store.schema_talks import HANDING_OVER, TALKS
from intake.store.schema_traces import LAST_WISHES, LOOKS, TRACES
from intake.store.schema_vouches import VOUCHES, VOUCHES_TELL

migrations = Migrations("intake")


@migrations()
def m0001_ledger(db: Database) -> None:
    """The ledger, its keys and checkpoints; triggers refuse UPDATE and DELETE."""
    _run(db, LEDGER)


@migrations()
def m0002_projections(db: Database) -> None:
    """What pages and matching read, folded from the ledger."""
    _run(db, PROJECTIONS_SQL)


@migrations()
def m0003_working_papers(db: Database) -> None:
    """Drafts, sessions and leases: no testimony, gone when they are no longer needed."""
    _run(db, WORKING)


@migrations()
def m0004_indexes(db: Database) -> None:
    """Ways into tables that grow to thousands of rows."""
    _run(db, INDEXES)


@migrations()
def m0005_filing(db: Database) -> None:
    """Cards of people for searches by likeness; the registry's next start fills them."""
    _run(db, FILING)


@migrations()
def m0006_likenesses(db: Database) -> None:
    """What people said of records on the same laptop that are like theirs."""
    _run(db, LIKENESSES)


@migrations()
def m0007_consent_lines(db: Database) -> None:
    """Consent for each recipient, and what was taken back by number."""
    _run(db, CONSENT_LINES)


@migrations()
def m0008_groups(db: Database) -> None:
    """What became of groups that parted or came together."""
    _run(db, GROUPS)


@migrations()
def m0009_assent(db: Database) -> None:
    """The carer's and the child's own answer beside what holds."""
    _run(db, ASSENT)


@migrations()
def m0010_links(db: Database) -> None:
    """Links between records of one person, and how two people undo one."""
    _run(db, LINKS)


@migrations()
def m0011_plans(db: Database) -> None:
    """The version of the bank a plan was made with, and what is not asked in it."""
    _run(db, PLANS)


@migrations()
def m0012_identities(db: Database) -> None:
    """Where each identity stands, and what follows a decision step by step."""
    _run(db, IDENTITIES)


@migrations()
def m0013_vouches(db: Database) -> None:
    """What people vouch for who know somebody."""
    _run(db, VOUCHES)


@migrations()
def m0014_traces(db: Database) -> None:
    """Candidates for missing relatives and what people say of them."""
    _run(db, TRACES)


@migrations()
def m0015_records(db: Database) -> None:
    """Which records are in use, and what was done about the others."""
    _run(db, RECORDS)


@migrations()
def m0016_talks(db: Database) -> None:
    """Days, interpreters and company of interviews; what happened around them."""
    _run(db, TALKS)


@migrations()
def m0017_findings_first(db: Database) -> None:
    """No decision on a fact of which nothing was found."""
    _run(db, FINDINGS_FIRST)


@migrations()
def m0018_both_sides(db: Database) -> None:
    """What speaks for a finding and what speaks against it, each by itself."""
    _run(db, BOTH_SIDES)


@migrations()
def m0019_reopening(db: Database) -> None:
    """A closed record is put back in use by two people."""
    _run(db, REOPENING)


@migrations()
def m0020_corrections_told(db: Database) -> None:
    """What came of a correction is told to the person, once, by somebody, some way."""
    _run(db, CORRECTIONS_TOLD)


@migrations()
def m0021_vouches_tell(db: Database) -> None:
    """What somebody who vouches says, point by point, to be compared."""
    _run(db, VOUCHES_TELL)


@migrations()
def m0022_handing_over(db: Database) -> None:
    """Findings and proposals are written by whoever held the talk or took it over."""
    _run(db, HANDING_OVER)


@migrations()
def m0023_settings(db: Database) -> None:
    """Settings that touch people are changed by two, within bounds."""
    _run(db, SETTINGS)


@migrations()
def m0024_best_interests(db: Database) -> None:
    """What a look at a child's best interests found, before any contact."""
    _run(db, LOOKS)


@migrations()
def m0025_moves(db: Database) -> None:
    """People who change their group at the registry, and where everybody belongs."""
    _run(db, MOVES)


@migrations()
def m0026_last_wishes(db: Database) -> None:
    """What a side of a match said last counts, not what it once said."""
    _run(db, LAST_WISHES)


@migrations()
def m0027_last_days(db: Database) -> None:
    """An agreement may be given for a time."""
    _run(db, LAST_DAYS)


@migrations()
def m0028_heard(db: Database) -> None:
    """Names are found by how they sound, in any script."""
    _run(db, HEARD)


@migrations()
def m0029_no_part_in_it(db: Database) -> None:
    """Whoever had any part in a person's verification does not look at it again."""
    _run(db, NO_PART_IN_IT)


def _run(db: Database, script: str) -> None:
    """Run statements one by one: the driver's executescript would commit first."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if engine.is_complete(statement):
            db.execute(statement)
            statement = ""
