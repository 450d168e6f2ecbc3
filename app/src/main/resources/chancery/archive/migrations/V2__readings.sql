-- Readings of every kind, for every text: a reading is what one program found in one text of one version.
create table reading_of (
  record  integer not null references record(seq),
  n       integer not null,
  ordinal integer not null,                 -- of the text
  what    text not null,                    -- heading, references, claims
  program text not null,                    -- name and version of what read it
  found   blob not null,                    -- packed; of no length where nothing was found
  primary key (record, n, ordinal, what)
) without rowid;
insert into reading_of (record, n, ordinal, what, program, found) select record, n, ordinal, 'heading', program, heading from reading;
drop table reading;
alter table reading_of rename to reading;
