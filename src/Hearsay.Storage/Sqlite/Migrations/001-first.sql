-- Times are milliseconds since 1970-01-01 UTC. Texts are plain, so that any SQLite tool can read them.

CREATE TABLE outlet (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE,          -- the name in small letters and digits alone: "The Vale Post" and "Vale Post" are one
    name  TEXT NOT NULL,
    site  TEXT                           -- host without www.
) STRICT;
CREATE INDEX outlet_site ON outlet (site);

CREATE TABLE article (
    number     INTEGER PRIMARY KEY,      -- of this file alone; also the rowid in article_words
    id         TEXT NOT NULL UNIQUE,
    outlet     INTEGER REFERENCES outlet (id),
    first_seen INTEGER NOT NULL,
    last_seen  INTEGER NOT NULL,
    at         INTEGER NOT NULL,         -- published, else first seen: what lists are sorted by
    revision   INTEGER NOT NULL,         -- number of the newest text (by the time it was seen)
    revisions  INTEGER NOT NULL
) STRICT;
CREATE INDEX article_at ON article (at, number);
CREATE INDEX article_outlet ON article (outlet, at, number);

CREATE TABLE article_url (
    key     TEXT PRIMARY KEY,            -- the address without what does not tell pages apart
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    place   INTEGER NOT NULL,            -- 0: the one it was first saved by
    url     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX article_url_article ON article_url (article, place);

CREATE TABLE revision (
    article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL,
    hash     BLOB NOT NULL,              -- first 16 bytes of the SHA-256 of the text, runs of blanks as one
    headline TEXT,
    page     TEXT NOT NULL,              -- JSON: all that was read off the page but text and headline
    speakers TEXT,                       -- JSON array; NULL: statements not read
    text     TEXT NOT NULL,
    UNIQUE (article, number)
) STRICT;
CREATE INDEX revision_hash ON revision (hash);
CREATE INDEX revision_unread ON revision (article, number) WHERE speakers IS NULL;

-- Words only: the texts stand in revision. One row an article, with its newest text.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, body, outlet, speaker,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE derived (
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    kind    TEXT NOT NULL,
    number  INTEGER NOT NULL,            -- of the revision it was worked out from
    version INTEGER NOT NULL,
    data    BLOB NOT NULL,
    PRIMARY KEY (article, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT NOT NULL UNIQUE,
    url           TEXT NOT NULL,
    moved_from    TEXT,
    title         TEXT,
    site          TEXT,
    label         TEXT,
    added_at      INTEGER NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    next_due      INTEGER NOT NULL,
    interval      INTEGER NOT NULL,      -- milliseconds
    paused        INTEGER NOT NULL,
    gone          INTEGER NOT NULL,
    last_polled   INTEGER,
    last_success  INTEGER,
    last_new      INTEGER,
    last_status   INTEGER,
    last_error    TEXT,
    failures      INTEGER NOT NULL,
    polls         INTEGER NOT NULL,
    items         INTEGER NOT NULL
) STRICT;
CREATE INDEX feed_due ON feed (next_due) WHERE paused = 0 AND gone = 0;

CREATE TABLE feed_item (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    feed       INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    url        TEXT NOT NULL,
    title      TEXT,
    published  TEXT,
    seen_at    INTEGER NOT NULL,
    content    TEXT,                     -- dropped once settled
    state      INTEGER NOT NULL,         -- 0 waiting, 1 saved, 2 failed, 3 skipped
    not_before INTEGER,
    attempts   INTEGER NOT NULL,
    reason     TEXT,
    UNIQUE (feed, key)
) STRICT;
CREATE INDEX feed_item_waiting ON feed_item (seen_at, id) WHERE state = 0;

CREATE TABLE story (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen  INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    reports    INTEGER NOT NULL,
    summary    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX story_changed ON story (changed_at, id);

CREATE TABLE story_report (
    article  INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    story    TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    place    INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    why      TEXT
) STRICT;
CREATE INDEX story_report_story ON story_report (story, place);
CREATE TRIGGER story_report_added AFTER INSERT ON story_report BEGIN UPDATE story SET reports = reports + 1 WHERE id = new.story; END;
CREATE TRIGGER story_report_removed AFTER DELETE ON story_report BEGIN UPDATE story SET reports = reports - 1 WHERE id = old.story; END;

CREATE TABLE story_briefing (
    story   TEXT PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    json    TEXT NOT NULL
) STRICT;

CREATE TABLE story_event (
    id       INTEGER PRIMARY KEY,
    story    TEXT NOT NULL,              -- no reference: a story merged away has events and nothing else
    kind     INTEGER NOT NULL,           -- 0 begun, 1 merged, 2 split
    at       INTEGER NOT NULL,
    other    TEXT,
    articles TEXT NOT NULL               -- JSON array of ids
) STRICT;
CREATE INDEX story_event_story ON story_event (story, id);

CREATE TABLE progress (
    source TEXT PRIMARY KEY,
    stamp  TEXT NOT NULL,
    place  TEXT NOT NULL,
    counts TEXT
) STRICT, WITHOUT ROWID;
