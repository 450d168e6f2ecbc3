-- The system of record. Days are ISO 8601 text; instants are ISO 8601 UTC text; levels of access are 0 public, 1 registered, 2 withheld.

create table archive (
  key   text primary key,
  value text not null
) without rowid;

-- deliveries
create table accession (
  number   integer primary key,
  at       text not null,
  who      text not null,
  source   text not null,
  origin   text not null,               -- the folder, zip or file as it was named
  release  text not null,               -- the level of what did not say its own
  receipt  text not null default '',    -- its one line, once finished
  finished integer not null default 0,
  undone   integer not null default 0
);

create table finding (
  accession integer not null references accession(number),
  path      text not null,
  code      text not null,
  place     text not null,
  seen      text not null
);
create index finding_accession on finding(accession);

-- papers: what a record is today stands here, all it ever was in version
create table record (
  seq           integer primary key,
  id            text not null unique,
  slug          text not null,
  source        text not null,
  path          text not null,
  head          integer not null,           -- the number of the version that holds today
  removed       integer not null default 0, -- taken back
  release_now   integer not null,
  release_until text,
  release_then  integer,
  opened        integer not null,           -- the level that the journal last told of
  first_day     text,                       -- of its dating; null when undated
  last_day      text,
  minute        integer,                    -- of the writer's day; null when not said
  unique (source, path)
);

create table version (
  record      integer not null references record(seq),
  n           integer not null,
  accession   integer not null references accession(number),
  at          text not null,
  digest      text not null,                -- SHA-256 of all that makes the version
  release     text not null,                -- JSON
  closed      integer not null default 0,   -- at least this closed, whatever its release: a later version cut something out
  undone      integer not null default 0,
  description blob not null,                -- packed JSON
  primary key (record, n)
);
create index version_accession on version(accession);

create table text (
  record   integer not null references record(seq),
  n        integer not null,
  ordinal  integer not null,
  id       text not null,
  release  text not null default '',        -- JSON; empty: as the record
  body     blob not null,                   -- packed XML of the TEI subset, kind and language on its root
  primary key (record, n, ordinal)
);

create table file (
  digest text primary key,
  size   integer not null
) without rowid;

create table attached (
  record  integer not null references record(seq),
  n       integer not null,
  ordinal integer not null,
  digest  text not null references file(digest),
  role    text not null,
  name    text not null,
  media   text not null,
  release text not null,                    -- JSON; empty: staff for a source, as the record for the rest
  primary key (record, n, ordinal)
) without rowid;

-- where a paper is published and where it lies; rows for the node itself (direct) and for every node above it
create table collection (
  seq    integer primary key,
  slug   text not null unique,
  parent integer references collection(seq)
);
create table membership (
  collection integer not null references collection(seq),
  record     integer not null references record(seq),
  ordinal    real not null,
  title      text not null,
  direct     integer not null,
  primary key (collection, record)
) without rowid;
create index membership_record on membership(record);

create table holding (
  seq    integer primary key,
  id     text not null unique,
  parent integer references holding(seq),
  level  text not null,
  title  text not null,
  code   text not null
);
create index holding_parent on holding(parent);
create table lies (
  holding integer not null references holding(seq),
  record  integer not null references record(seq),
  direct  integer not null,
  primary key (holding, record)
) without rowid;
create index lies_record on lies(record);

-- what releases were before they were changed, so that a change can be taken back
create table release_before (
  entry   integer primary key references journal(number),
  record  integer not null references record(seq),
  release text not null
);

create table journal (
  number    integer primary key,
  at        text not null,
  who       text not null,
  change    text not null,
  subject   text not null,
  version   integer not null,
  digest    text not null,
  fields    text not null,
  accession integer not null
);
create index journal_accession on journal(accession);

-- readings: derived, redone, never journalled
create table reading (
  record  integer not null references record(seq),
  n       integer not null,
  ordinal integer not null,
  program text not null,                    -- name and version of what read it
  heading blob not null,                    -- packed JSON
  primary key (record, n, ordinal)
);
