-- Version 3: entities are found by the parts of their names that begin at each
-- character (nameParts in Go), not by trigrams, of which common ones are in every
-- tenth name.

DROP TABLE name_fts;

-- rowid is entity.key. A name key has no white space, and the tokenizer takes
-- everything outside ASCII for letters.
CREATE VIRTUAL TABLE name_fts USING fts5 (parts, content='', contentless_delete=1, detail=none, tokenize='ascii');

INSERT INTO name_fts (rowid, parts)
SELECT entity, group_concat((
  WITH RECURSIVE part (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM part WHERE at < length(name_key))
  SELECT group_concat(substr(name_key, at, 12), ' ') FROM part), ' ')
FROM name GROUP BY entity;
