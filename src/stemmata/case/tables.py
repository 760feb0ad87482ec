"""The tables of a case file, as a person who opens it with any SQLite tool sees them.

Offsets are Unicode code points, end exclusive, so `substr(text, start + 1,
"end" - start)` cuts a span in SQL just as `text[start:end]` does in Python.
Rows stand in the order of the text; a `position` column keeps the order within
a list.
"""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x5354454D
"""Written into the file's header: "STEM" in ASCII, so that `file` can tell a case."""

SCHEMA_VERSION: Final = 4
"""Written as `user_version`; goes up with every change of the tables."""

READ_TABLES: Final = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
);
CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    published TEXT,
    published_from TEXT NOT NULL,
    url TEXT,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE segments (
    report TEXT NOT NULL REFERENCES reports (id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (report, position)
);
CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id),
    manner TEXT NOT NULL,
    source_name TEXT,
    organisation TEXT,
    via TEXT,
    cue_class TEXT
);
CREATE TABLE statement_spans (
    statement TEXT NOT NULL REFERENCES statements (id),
    role TEXT NOT NULL CHECK (role IN ('source', 'cue', 'content', 'chain')),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (statement, role, position)
);
CREATE TABLE figures (
    id TEXT PRIMARY KEY,
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    modifier TEXT NOT NULL,
    low REAL,
    high REAL,
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    thing TEXT,
    action TEXT,
    place TEXT,
    period TEXT,
    source TEXT,
    organisation TEXT,
    via TEXT,
    quoted INTEGER NOT NULL,
    part_of TEXT REFERENCES figures (id) DEFERRABLE INITIALLY DEFERRED,
    statement TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    head TEXT,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL
);
CREATE INDEX figures_by_report ON figures (report, start);
CREATE TABLE tolls (
    report TEXT NOT NULL REFERENCES reports (id),
    harm TEXT NOT NULL,
    low REAL NOT NULL,
    high REAL,
    reason TEXT NOT NULL,
    PRIMARY KEY (report, harm)
);
CREATE TABLE toll_spans (
    report TEXT NOT NULL,
    harm TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (report, harm, position),
    FOREIGN KEY (report, harm) REFERENCES tolls (report, harm)
);
CREATE TABLE toll_figures (
    report TEXT NOT NULL,
    harm TEXT NOT NULL,
    position INTEGER NOT NULL,
    figure TEXT NOT NULL REFERENCES figures (id),
    PRIMARY KEY (report, harm, position),
    FOREIGN KEY (report, harm) REFERENCES tolls (report, harm)
);
CREATE TABLE failures (
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL
);
"""
"""What single reports gave. Rows are only ever added, but for failures made good."""

TRACED_TABLES: Final = """
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    a TEXT NOT NULL REFERENCES reports (id),
    b TEXT NOT NULL REFERENCES reports (id),
    kind TEXT NOT NULL,
    words INTEGER NOT NULL,
    earlier TEXT REFERENCES reports (id),
    one_outlet INTEGER NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE passage_spans (
    passage INTEGER NOT NULL REFERENCES passages (id),
    side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (passage, side, position)
);
CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    organisation TEXT,
    reason TEXT NOT NULL
);
CREATE TABLE spellings (
    source TEXT NOT NULL REFERENCES sources (id),
    position INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    PRIMARY KEY (source, position)
);
CREATE TABLE source_statements (
    source TEXT NOT NULL REFERENCES sources (id),
    position INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statements (id),
    PRIMARY KEY (source, position)
);
CREATE TABLE origins (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    method TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE origin_figures (
    origin TEXT NOT NULL REFERENCES origins (id),
    position INTEGER NOT NULL,
    figure TEXT NOT NULL REFERENCES figures (id),
    PRIMARY KEY (origin, position)
);
CREATE TABLE origin_statements (
    origin TEXT NOT NULL REFERENCES origins (id),
    position INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statements (id),
    PRIMARY KEY (origin, position)
);
CREATE TABLE origin_reports (
    origin TEXT NOT NULL REFERENCES origins (id),
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id),
    PRIMARY KEY (origin, position)
);
CREATE TABLE origin_spellings (
    origin TEXT NOT NULL REFERENCES origins (id),
    position INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    PRIMARY KEY (origin, position)
);
CREATE TABLE quantities (
    id TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    measure_type TEXT NOT NULL,
    unit TEXT NOT NULL,
    method TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE quantity_figures (
    quantity TEXT NOT NULL REFERENCES quantities (id),
    position INTEGER NOT NULL,
    figure TEXT NOT NULL REFERENCES figures (id),
    PRIMARY KEY (quantity, position)
);
CREATE TABLE quantity_reports (
    quantity TEXT NOT NULL REFERENCES quantities (id),
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id),
    PRIMARY KEY (quantity, position)
);
CREATE TABLE quantity_origins (
    quantity TEXT NOT NULL REFERENCES quantities (id),
    position INTEGER NOT NULL,
    origin TEXT NOT NULL REFERENCES origins (id),
    PRIMARY KEY (quantity, position)
);
CREATE TABLE quantity_unknown (
    quantity TEXT NOT NULL REFERENCES quantities (id),
    position INTEGER NOT NULL,
    figure TEXT NOT NULL REFERENCES figures (id),
    PRIMARY KEY (quantity, position)
);
CREATE TABLE estimates (
    quantity TEXT PRIMARY KEY REFERENCES quantities (id),
    method TEXT NOT NULL,
    low REAL,
    best REAL,
    high REAL,
    reason TEXT NOT NULL
);
CREATE TABLE estimate_took (
    quantity TEXT NOT NULL REFERENCES quantities (id),
    position INTEGER NOT NULL,
    figure TEXT NOT NULL REFERENCES figures (id),
    PRIMARY KEY (quantity, position)
);
CREATE TABLE estimate_left (
    quantity TEXT NOT NULL REFERENCES quantities (id),
    position INTEGER NOT NULL,
    figure TEXT NOT NULL REFERENCES figures (id),
    PRIMARY KEY (quantity, position)
);
CREATE TABLE series (
    quantity TEXT NOT NULL REFERENCES quantities (id),
    day TEXT NOT NULL,
    low REAL,
    best REAL,
    high REAL,
    figures INTEGER NOT NULL,
    independent_origins INTEGER NOT NULL,
    PRIMARY KEY (quantity, day)
);
CREATE TABLE gradings (
    quantity TEXT PRIMARY KEY REFERENCES quantities (id),
    grade TEXT NOT NULL,
    scheme TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE relations (
    a TEXT NOT NULL REFERENCES figures (id),
    b TEXT NOT NULL REFERENCES figures (id),
    relation TEXT NOT NULL,
    quantity TEXT REFERENCES quantities (id),
    method TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX relations_by_a ON relations (a);
CREATE INDEX relations_by_b ON relations (b);
CREATE TABLE edges (
    id INTEGER PRIMARY KEY,
    tail TEXT NOT NULL,
    head TEXT NOT NULL,
    kind TEXT NOT NULL,
    inferred INTEGER NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE edge_evidence (
    edge INTEGER NOT NULL REFERENCES edges (id),
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (edge, position)
);
CREATE TABLE mutations (
    id INTEGER PRIMARY KEY,
    change TEXT NOT NULL,
    from_report TEXT NOT NULL REFERENCES reports (id),
    from_start INTEGER NOT NULL,
    from_end INTEGER NOT NULL,
    from_words TEXT NOT NULL,
    to_report TEXT NOT NULL REFERENCES reports (id),
    to_start INTEGER NOT NULL,
    to_end INTEGER NOT NULL,
    to_words TEXT NOT NULL,
    from_figure TEXT REFERENCES figures (id),
    to_figure TEXT REFERENCES figures (id),
    came_in TEXT REFERENCES reports (id),
    since TEXT,
    origin TEXT,
    reason TEXT NOT NULL
);
CREATE TABLE mutation_reports (
    mutation INTEGER NOT NULL REFERENCES mutations (id),
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id),
    PRIMARY KEY (mutation, position)
);
"""
"""What all reports together gave. Replaced whole whenever reports were added."""

TRACED_NAMES: Final = (
    "mutation_reports",
    "mutations",
    "edge_evidence",
    "edges",
    "relations",
    "estimate_left",
    "estimate_took",
    "estimates",
    "series",
    "gradings",
    "quantity_unknown",
    "quantity_origins",
    "quantity_reports",
    "quantity_figures",
    "quantities",
    "origin_spellings",
    "origin_reports",
    "origin_statements",
    "origin_figures",
    "origins",
    "source_statements",
    "spellings",
    "sources",
    "passage_spans",
    "passages",
)
"""The tables that are replaced together, in an order in which they can be emptied."""
