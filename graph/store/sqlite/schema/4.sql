-- Version 4: bearer tokens, by their hashes.

CREATE TABLE token (
  hash       TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  scopes     TEXT NOT NULL, -- a JSON array
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL, -- '' for never
  revoked_at TEXT NOT NULL  -- '' while it is in use
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX token_in_use ON token (name) WHERE revoked_at = '';
