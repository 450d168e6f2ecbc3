# what there is to do
_list:
    @just --list --unsorted

# serve the demonstration archive
run:
    ./chancery demo

# all tests, as CI runs them
test:
    mvn -B verify

# one test class: just one PlainLayerTest
one NAME:
    mvn -B -q -pl app test -Dtest={{NAME}} -Dsurefire.failIfNoSpecifiedTests=false

# rewrite golden files and generated pages; review the difference
golden:
    mvn -B -q -pl app test -Dgolden=update

# all tests on the real volumes in FOLDER too
corpus FOLDER:
    mvn -B verify -Dchancery.corpus={{FOLDER}}

# measure against the neutral rival in RIVAL, with the documents of SOURCE
bench RIVAL SOURCE:
    chancery-bench/bench/run {{RIVAL}} {{SOURCE}}

# check the reference pages against the program
docs:
    mvn -B -q -pl app test -Dtest=DocsTest
