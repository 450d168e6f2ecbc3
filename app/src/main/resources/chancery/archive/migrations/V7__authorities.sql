-- from here on decisions may also say who stands behind names (kinds Described, Identified, Merged), which programs of before do not know
create index decision_kind on decision(kind);
