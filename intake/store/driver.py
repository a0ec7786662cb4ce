"""Makes sqlite-utils speak through SQLCipher's driver; imported before it.

sqlite-utils takes its exception classes from `pysqlite3` if that can be imported,
so the encrypted driver is put under that name. This is the one place that does it.
"""

import sys

from sqlcipher3 import dbapi2

DRIVER = dbapi2
sys.modules["pysqlite3"] = DRIVER
sys.modules["pysqlite3.dbapi2"] = DRIVER
