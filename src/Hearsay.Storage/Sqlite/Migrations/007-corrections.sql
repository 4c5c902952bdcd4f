-- What persons said of reports against what was read in them; nothing is ever taken out again. What was set of reports before is taken over.
CREATE TABLE correction (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      INTEGER NOT NULL,          -- 0 move, 1 merge, 2 split, 3 apart, 4 remove, 5 outlet, 6 date, 7 address, 8 speaker, 9 hide, 10 pin
    by        TEXT NOT NULL,
    at        INTEGER NOT NULL,
    undone_by TEXT,
    undone_at INTEGER,
    waits     INTEGER NOT NULL,          -- 1: the stories do not know of it yet, as it is now
    what      TEXT NOT NULL              -- JSON: the reports that it is about, and what it says of them
) STRICT;
CREATE INDEX correction_waits ON correction (number) WHERE waits = 1;

-- The reports that a correction is about, where it is no matter of stories.
CREATE TABLE correction_report (
    article    TEXT NOT NULL,
    correction INTEGER NOT NULL REFERENCES correction (number),
    kept       TEXT,                     -- JSON: the report with all its texts, where it was taken out
    PRIMARY KEY (article, correction)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_report_correction ON correction_report (correction);

INSERT INTO correction (kind, by, at, waits, what)
SELECT k.kind, json_extract(a.settings, k.path || '.by'), CAST(round(unixepoch(json_extract(a.settings, k.path || '.at'), 'subsec') * 1000) AS INTEGER), 0,
    json_object('reports', json_array(a.id), 'value', json_extract(a.settings, k.path || '.value'))
FROM article a JOIN (SELECT 5 AS kind, '$.outlet' AS path UNION ALL SELECT 6, '$.published' UNION ALL SELECT 7, '$.url') k
WHERE json_extract(a.settings, k.path) IS NOT NULL
ORDER BY a.number, k.kind;
INSERT INTO correction_report (article, correction) SELECT json_extract(what, '$.reports[0]'), number FROM correction;
