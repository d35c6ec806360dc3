-- Version 5: what lists of neighbours are put in order by is found without the
-- entities' rows, which are large: the 11,623 meetings of one person in a million
-- entities took more than ten seconds while the file was not in memory, and take three.

CREATE INDEX entity_order ON entity (id, kind, day_asc, day_desc);
