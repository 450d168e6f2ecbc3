-- Digests are their 32 bytes, not hexadecimal; none is a blob of no length.
pragma defer_foreign_keys = on;
update attached set digest = unhex(digest);
update file set digest = unhex(digest);
update version set digest = unhex(digest);
update journal set digest = unhex(digest);

-- A reading names the version of its program; which program it was, `what` says.
update reading set program = substr(program, length(what) + 2) where program like what || ' %';
