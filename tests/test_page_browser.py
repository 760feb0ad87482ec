"""The page in a browser: nothing runs off the side of a phone, and no word is too small to read.

These need Chromium. They skip where it is absent, and fail where
STEMMATA_NEED_BROWSER is set.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from floods import large, small
from stemmata.model import Case
from stemmata.showing.page import page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=5000",
)  # fmt: skip

# The page in a frame of a phone's width; what is measured is written into the outer document.
FRAME = """<!DOCTYPE html><meta charset="utf-8"><body><iframe width="{width}" height="800"
 style="border:0" srcdoc="{page}"></iframe><pre id="measured"></pre><script>
window.onload = () => {{
  const inner = document.querySelector('iframe').contentDocument, root = inner.documentElement;
  const open = {open};
  if (open) inner.querySelectorAll('details').forEach(d => d.open = true);
  const wide = [...inner.querySelectorAll('main *, header *')].filter(e => {{
    const box = e.getBoundingClientRect();
    return box.width && box.right > root.clientWidth + 1 && !e.closest('.scroll, .skip');
  }}).map(e => e.outerHTML.slice(0, 90));
  const sizes = [...inner.querySelectorAll('main *, header *')].filter(e =>
    e.getClientRects().length && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) &&
    !['TITLE', 'title', 'STYLE'].includes(e.tagName))
    .map(e => parseFloat(inner.defaultView.getComputedStyle(e).fontSize));
  document.getElementById('measured').textContent = JSON.stringify({{
    scroll: root.scrollWidth, client: root.clientWidth, wide: wide.slice(0, 5),
    smallest: Math.min(...sizes), height: root.scrollHeight}});
}};
</script>"""


@pytest.fixture(scope="module")
def chromium() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("STEMMATA_NEED_BROWSER"):
            pytest.fail("no Chromium on the path, and STEMMATA_NEED_BROWSER is set")
        pytest.skip("no Chromium on the path")
    return found


def measured(chromium: str, folder: Path, case: Case, width: int, opened: bool) -> dict:
    outer = folder / "frame.html"
    inner = html.escape(page(case, title="The flood at Ostrel"))
    outer.write_text(
        FRAME.format(width=width, page=inner, open=str(opened).lower()), encoding="utf-8"
    )
    done = subprocess.run(
        [chromium, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", outer.as_uri()],
        capture_output=True,
        timeout=120,
        check=True,
    )
    found = re.search(r'<pre id="measured">(.+?)</pre>', done.stdout.decode())
    assert found, done.stderr.decode()[-2000:]
    return json.loads(html.unescape(found[1]))


def unbroken() -> Case:
    """A case whose names and questions have no place to break a line."""
    case, long = small(), "Flutkatastrophenschutzbeauftragter" * 6
    return replace(
        case,
        reports=tuple(replace(r, outlet=long + r.id, title=long) for r in case.reports),
        origins=tuple(replace(o, name=long + o.id) for o in case.origins),
        quantities=tuple(replace(q, question=long + q.id) for q in case.quantities),
        figures=tuple(
            replace(f, head=long + f.report, source=long, period=long) for f in case.figures
        ),
        relations=tuple(replace(r, reason=long) for r in case.relations),
    )


CASES = {"small": small(), "of 40 reports": large(40, 300), "without breaks": unbroken()}


@pytest.mark.parametrize("opened", [False, True], ids=["folded", "unfolded"])
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", CASES)
def test_nothing_runs_off_the_side(
    chromium: str, tmp_path: Path, name: str, width: int, opened: bool
) -> None:
    found = measured(chromium, tmp_path, CASES[name], width, opened)
    assert found["client"] == width or found["client"] > width - 20
    assert found["scroll"] <= found["client"], found["wide"]
    assert found["wide"] == []
    assert found["height"] > 1000


def test_no_word_is_too_small_on_a_phone(chromium: str, tmp_path: Path) -> None:
    found = measured(chromium, tmp_path, small(), 390, True)
    assert found["smallest"] >= 10.5


def test_it_prints(chromium: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page(small()), encoding="utf-8")
    subprocess.run(
        [
            chromium, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri(),
        ],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    printed = (tmp_path / "page.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 15
