-- What a person set of a report, and what a person took out of the store.
ALTER TABLE article ADD COLUMN settings TEXT;                                  -- JSON: outlet, date and address, each with who and when
ALTER TABLE article ADD COLUMN read_outlet INTEGER REFERENCES outlet (id);     -- the outlet that its pages name, whatever a person set
UPDATE article SET read_outlet = outlet;

CREATE TABLE removal (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    story   TEXT,                        -- that it stood in
    at      INTEGER NOT NULL,
    by      TEXT NOT NULL
) STRICT;

-- What a removed report would be known by if it came in again.
CREATE TABLE removed_key (
    removal INTEGER NOT NULL REFERENCES removal (number) ON DELETE CASCADE,
    key     TEXT NOT NULL,               -- "address " and an address without what does not tell pages apart, or "text " and a hash
    outlet  TEXT                         -- of a text: the outlet's name in small letters and digits; NULL: unknown
) STRICT;
CREATE INDEX removed_key_key ON removed_key (key);
CREATE INDEX removed_key_removal ON removed_key (removal);
