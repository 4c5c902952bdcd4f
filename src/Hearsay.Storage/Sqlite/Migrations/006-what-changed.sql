-- What happened to a story, in words where the kind does not say it: a figure that was revised.
ALTER TABLE story_event ADD COLUMN what TEXT;
