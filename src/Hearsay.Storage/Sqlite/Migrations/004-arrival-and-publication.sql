-- Three things that were one: when the store took a text in (arrived), when the text stood where it was read (seen_at: a fetch, a capture, or the
-- time of a file), and when it was published. What was written down of a file's arrival is the time of the file; the store took it in no later than
-- its story did, else no later than now.
ALTER TABLE revision ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE revision ADD COLUMN from_file INTEGER NOT NULL DEFAULT 0;   -- 1: seen_at is the time of the file
UPDATE revision SET from_file = 1 WHERE json_extract(page, '$.path') <> '-' AND json_extract(page, '$.path') NOT LIKE '%.warc%';
UPDATE revision SET arrived = CASE from_file
    WHEN 0 THEN seen_at
    ELSE coalesce((SELECT s.added_at FROM story_report s WHERE s.article = revision.article AND revision.number = 1), CAST(unixepoch('subsec') * 1000 AS INTEGER)) END;

DROP INDEX article_at;
DROP INDEX article_outlet;
ALTER TABLE article ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;      -- when the store took its first text in
ALTER TABLE article ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;      -- when the store last took in something new of it
ALTER TABLE article ADD COLUMN published INTEGER;                       -- as the page says or its story lends; NULL: no date
ALTER TABLE article ADD COLUMN lent TEXT;                               -- JSON: the date that its story lends, with its evidence
ALTER TABLE article ADD COLUMN version INTEGER NOT NULL DEFAULT 1;      -- counts what a story must know of
ALTER TABLE article ADD COLUMN taken INTEGER NOT NULL DEFAULT 0;        -- the version that its story knows
ALTER TABLE article ADD COLUMN fault TEXT;                              -- why its statements could not be read
UPDATE article SET
    arrived = (SELECT arrived FROM revision r WHERE r.article = article.number AND r.number = 1),
    changed = (SELECT max(arrived) FROM revision r WHERE r.article = article.number),
    published = (SELECT at FROM revision r WHERE r.article = article.number AND r.number = article.revision AND json_extract(r.page, '$.published.value') IS NOT NULL),
    -- whether its story knows the last of several texts was not written down
    taken = revisions = 1 AND EXISTS (SELECT 1 FROM story_report s WHERE s.article = article.number)
        AND EXISTS (SELECT 1 FROM revision r WHERE r.article = article.number AND r.speakers IS NOT NULL);
ALTER TABLE article DROP COLUMN at;
ALTER TABLE article DROP COLUMN first_seen;
ALTER TABLE article DROP COLUMN last_seen;
ALTER TABLE article ADD COLUMN at INTEGER GENERATED ALWAYS AS (coalesce(published, arrived)) VIRTUAL; -- what lists are sorted by
CREATE INDEX article_at ON article (at, number);
CREATE INDEX article_outlet ON article (outlet, at, number);
CREATE INDEX article_waiting ON article (at, number) WHERE version <> taken;

ALTER TABLE story DROP COLUMN first_seen;
ALTER TABLE story DROP COLUMN last_seen;
ALTER TABLE story ADD COLUMN first_published INTEGER;                   -- of its reports that have a date
ALTER TABLE story ADD COLUMN last_published INTEGER;
ALTER TABLE story ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;          -- the version whose reports were lent dates
CREATE INDEX story_undated ON story (id) WHERE dated < version;
UPDATE story SET (first_published, last_published) =
    (SELECT min(a.published), max(a.published) FROM story_report r JOIN article a ON a.number = r.article WHERE r.story = story.id);
