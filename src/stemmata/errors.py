"""What can go wrong, in one family."""

from __future__ import annotations


class StemmataError(Exception):
    """Root of every error that the product raises itself.

    The message says what happened, where, and what to do.
    """


class IntakeError(StemmataError):
    """A report, folder or stream that cannot be read."""


class CaseError(StemmataError):
    """A case file that cannot be opened, read or written."""


class RecordError(CaseError):
    """Records of one report that do not fit together, or not into the case."""


class SpanError(StemmataError):
    """A span that does not match the text it claims to be cut from."""


class ShowingError(StemmataError):
    """A page or a table that cannot be written."""
