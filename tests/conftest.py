"""What tests share: where the corpora are, and whether they must be there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOBODY = 65534


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


@pytest.fixture
def unprivileged(tmp_path: Path) -> Iterator[None]:
    """The test's own files are all it may read and write: the superuser steps down for it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    for folder in (tmp_path, *tmp_path.parents):
        if folder == Path(tempfile.gettempdir()):
            break
        folder.chmod(0o755)
    tmp_path.chmod(0o777)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
