-- what people decided about claims; contents live here, the journal holds ids, digests and names of fields
create table decision (
  number    integer primary key references journal(number), -- its entry
  accession integer not null references accession(number),  -- the run it was made in, by which it is taken back
  kind      text not null,
  subject   text not null,                    -- an attestation, an inquiry, or a source by name
  text      text not null,                    -- the text it is anchored in; empty where it is not about a place
  body      blob not null,                    -- packed JSON
  undone    integer not null default 0
);
create index decision_text on decision(text);
create index decision_accession on decision(accession);

-- the papers that a decision rests on: it is as restricted as the most restricted of them
create table decision_under (
  decision integer not null references decision(number),
  record   integer not null references record(seq),
  primary key (decision, record)
) without rowid;
create index decision_under_record on decision_under(record);
