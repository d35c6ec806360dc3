-- Version 2: the ledger of what persons decided, and the texts of documents that
-- are not in the graph any more.

CREATE TABLE act (
  key  INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,
  seq  INTEGER NOT NULL UNIQUE,
  body TEXT NOT NULL
) STRICT;
CREATE TRIGGER act_is_not_changed BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER act_is_not_removed BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- The referents, documents and acts that an act names.
CREATE TABLE act_about (
  about TEXT NOT NULL,
  act   INTEGER NOT NULL, -- act.key
  PRIMARY KEY (about, act)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_about_by_act ON act_about (act, about);

CREATE TABLE version (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  body     TEXT NOT NULL -- with the text
) STRICT;
CREATE INDEX version_by_document ON version (document, id);

ALTER TABLE snapshot ADD COLUMN last_act TEXT NOT NULL DEFAULT '';
