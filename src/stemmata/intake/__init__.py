"""Bytes to reports: files, folders and standard input, each read as what it is.

`intake` gives reports and failures in a fixed order, one at a time. `across`
looks at all of them together for furniture that only shows side by side.
"""

from stemmata.intake.admission import is_own_page, new_reports
from stemmata.intake.beside import across
from stemmata.intake.entry import intake
from stemmata.intake.furniture import segments

__all__ = ["across", "intake", "is_own_page", "new_reports", "segments"]
