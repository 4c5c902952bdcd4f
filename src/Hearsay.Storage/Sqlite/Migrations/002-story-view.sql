-- What a page shows of a story, made once with its briefing: a request only wraps it. It can be made anew at any time.
CREATE TABLE story_view (
    story TEXT PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    html TEXT NOT NULL
) STRICT;
