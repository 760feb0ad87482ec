"""What tests share: where the corpora are, and whether they must be there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the repository: corpora and scoring tools.

    It is no part of the project. Tests that read it skip where it is absent,
    and fail where STEMMATA_NEED_SHARED is set, as it is in CI.
    """
    folder = ROOT.parent / "shared"
    if not (folder / "corpora").is_dir():
        if os.environ.get("STEMMATA_NEED_SHARED"):
            pytest.fail(f"no corpora at {folder}, and STEMMATA_NEED_SHARED is set")
        pytest.skip(f"no corpora at {folder}")
    return folder
