-- Version 1. Package doc says why the tables are as they are.

CREATE TABLE document (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  sort_key  TEXT NOT NULL,
  name_key  TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,
  day_asc   TEXT NOT NULL, -- first_day for an order by date, with the undated last
  day_desc  TEXT NOT NULL, -- likewise for the opposite order
  publisher TEXT NOT NULL,
  language  TEXT NOT NULL,
  body      TEXT NOT NULL -- without the text
) STRICT;
CREATE INDEX document_by_name ON document (sort_key, id);
CREATE INDEX document_by_day ON document (day_desc DESC, id);

CREATE TABLE document_text (
  document INTEGER PRIMARY KEY, -- document.key
  text     TEXT NOT NULL
) STRICT;

-- rowid is document.key; the columns are name keys.
CREATE VIRTUAL TABLE document_fts USING fts5 (title, text, detail=none, tokenize='trigram case_sensitive 1');

CREATE TABLE mention (
  key      INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  referent TEXT NOT NULL,
  entity   TEXT NOT NULL,
  body     TEXT NOT NULL,
  UNIQUE (document, referent)
) STRICT;
CREATE INDEX mention_by_referent ON mention (referent, document);
CREATE INDEX mention_by_entity ON mention (entity, document);

CREATE TABLE referent (
  key    INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL,
  body   TEXT NOT NULL
) STRICT;
CREATE INDEX referent_by_entity ON referent (entity, id);

CREATE TABLE block (
  block    TEXT NOT NULL,
  referent INTEGER NOT NULL, -- referent.key
  PRIMARY KEY (block, referent)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_by_referent ON block (referent, block);

CREATE TABLE statement (
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  fact         TEXT NOT NULL,
  document     TEXT NOT NULL,
  start        INTEGER NOT NULL,
  stop         INTEGER NOT NULL,
  subject      TEXT NOT NULL,
  object       TEXT NOT NULL,
  on_behalf_of TEXT NOT NULL,
  body         TEXT NOT NULL
) STRICT;
CREATE INDEX statement_by_fact ON statement (fact, document, start, stop, id);
CREATE INDEX statement_by_document ON statement (document, start, stop, id);
CREATE INDEX statement_by_subject ON statement (subject);
CREATE INDEX statement_by_object ON statement (object);
CREATE INDEX statement_by_behalf ON statement (on_behalf_of) WHERE on_behalf_of <> '';

CREATE TABLE link (
  key  INTEGER PRIMARY KEY,
  id   TEXT NOT NULL UNIQUE,
  left_referent  TEXT NOT NULL,
  right_referent TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX link_by_left ON link (left_referent);
CREATE INDEX link_by_right ON link (right_referent);

CREATE TABLE entity (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL,
  sort_key  TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,
  day_asc   TEXT NOT NULL, -- first_day for an order by date, with the undated last
  day_desc  TEXT NOT NULL, -- likewise for the opposite order
  subtype   TEXT NOT NULL,
  status    TEXT NOT NULL,
  role      TEXT NOT NULL,
  documents INTEGER NOT NULL,
  body      TEXT NOT NULL
) STRICT;
CREATE INDEX entity_by_kind ON entity (kind, id);
CREATE INDEX entity_by_name ON entity (kind, sort_key, id);
CREATE INDEX entity_by_day ON entity (kind, day_asc, id);
CREATE INDEX entity_by_day_desc ON entity (kind, day_desc DESC, id);
CREATE INDEX entity_by_documents ON entity (kind, documents DESC, id);

-- Every id that an entity is found by, its own included.
CREATE TABLE entity_referent (
  referent TEXT NOT NULL,
  entity   TEXT NOT NULL,
  PRIMARY KEY (referent, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_referent_by_entity ON entity_referent (entity, referent);

CREATE TABLE name (
  key      INTEGER PRIMARY KEY,
  entity   INTEGER NOT NULL, -- entity.key
  name_key TEXT NOT NULL,
  UNIQUE (entity, name_key)
) STRICT;
CREATE INDEX name_by_key ON name (name_key, entity);

-- rowid is name.key.
CREATE VIRTUAL TABLE name_fts USING fts5 (name_key, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');

CREATE TABLE fact (
  key           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  type          TEXT NOT NULL,
  subject       TEXT NOT NULL,
  object        TEXT NOT NULL,
  role          TEXT NOT NULL,
  status        TEXT NOT NULL,
  fact_status   TEXT NOT NULL,
  confidence    REAL NOT NULL,
  observed_from TEXT NOT NULL,
  holds_from    TEXT NOT NULL, -- holds on a day when holds_from <= day and day <= holds_to
  holds_to      TEXT NOT NULL,
  body          TEXT NOT NULL
) STRICT;
CREATE INDEX fact_out ON fact (subject, type, object, id, fact_status);
CREATE INDEX fact_by_type ON fact (type, fact_status, observed_from);
CREATE INDEX fact_in ON fact (object, type, subject, id, fact_status);

CREATE TABLE change (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  action TEXT NOT NULL,
  node   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot (
  only        INTEGER PRIMARY KEY CHECK (only = 1),
  id          TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

-- Counts the batches, so that what was read of one state is known to be of it.
CREATE TABLE generation (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO generation (only, number) VALUES (1, 0);
