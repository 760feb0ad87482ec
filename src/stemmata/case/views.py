"""The views of a case file: its tables in words, for people who browse."""

from __future__ import annotations

from typing import Final

VIEWS: Final = """
CREATE VIEW figures_in_words AS
SELECT
    figures.id AS figure,
    reports.outlet AS outlet,
    reports.title AS report_title,
    reports.published AS published,
    quantities.question AS question,
    figures.modifier AS modifier,
    figures.text AS number,
    figures.thing AS thing,
    figures.source AS source,
    origins.name AS origin,
    substr(
        reports.text,
        figures.sentence_start + 1,
        figures.sentence_end - figures.sentence_start
    ) AS sentence
FROM figures
JOIN reports ON reports.id = figures.report
LEFT JOIN quantity_figures ON quantity_figures.figure = figures.id
LEFT JOIN quantities ON quantities.id = quantity_figures.quantity
LEFT JOIN origin_figures ON origin_figures.figure = figures.id
LEFT JOIN origins ON origins.id = origin_figures.origin
ORDER BY figures.rowid;

CREATE VIEW statements_in_words AS
SELECT
    statements.id AS statement,
    reports.outlet AS outlet,
    reports.title AS report_title,
    statements.source_name AS source,
    statements.organisation AS organisation,
    statements.via AS via,
    statements.manner AS manner,
    statements.cue_class AS cue_class,
    (
        SELECT text FROM statement_spans
        WHERE statement = statements.id AND role = 'cue'
    ) AS cue,
    (
        SELECT group_concat(text, ' … ') FROM (
            SELECT text FROM statement_spans
            WHERE statement = statements.id AND role = 'content' ORDER BY position
        )
    ) AS content
FROM statements
JOIN reports ON reports.id = statements.report
ORDER BY statements.rowid;

CREATE VIEW quantities_in_words AS
SELECT
    quantities.id AS quantity,
    quantities.question AS question,
    quantities.measure_type AS measure_type,
    estimates.low AS low,
    estimates.best AS best,
    estimates.high AS high,
    quantities.unit AS unit,
    (SELECT count(*) FROM quantity_figures WHERE quantity = quantities.id) AS figures,
    (SELECT count(*) FROM quantity_reports WHERE quantity = quantities.id) AS reports,
    (SELECT count(*) FROM quantity_origins WHERE quantity = quantities.id)
        AS independent_origins,
    (SELECT count(*) FROM quantity_unknown WHERE quantity = quantities.id)
        AS figures_without_origin,
    estimates.reason AS reason,
    gradings.grade AS suggested_grade,
    gradings.reason AS grade_reason
FROM quantities
LEFT JOIN estimates ON estimates.quantity = quantities.id
LEFT JOIN gradings ON gradings.quantity = quantities.id
ORDER BY quantities.rowid;

CREATE VIEW relations_in_words AS
SELECT
    relations.relation AS relation,
    a.text AS a_number,
    a.thing AS a_thing,
    a_reports.outlet AS a_outlet,
    b.text AS b_number,
    b.thing AS b_thing,
    b_reports.outlet AS b_outlet,
    quantities.question AS question,
    relations.reason AS reason,
    relations.a AS a,
    relations.b AS b
FROM relations
JOIN figures AS a ON a.id = relations.a
JOIN figures AS b ON b.id = relations.b
JOIN reports AS a_reports ON a_reports.id = a.report
JOIN reports AS b_reports ON b_reports.id = b.report
LEFT JOIN quantities ON quantities.id = relations.quantity
ORDER BY relations.rowid;
"""
"""The same in words, for people who browse."""
