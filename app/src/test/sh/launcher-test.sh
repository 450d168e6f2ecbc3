#!/bin/sh
# Tests the launcher with Javas and a Maven that only say what they were asked: launcher-test.sh LAUNCHER [SHELL]
# Each test prints "ok NAME" or "not ok NAME: what was seen"; the exit code is 1 when one failed.
set -u
launcher=$1
shell=$(command -v "${2:-sh}") || exit 1
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
failed=0

# ---- a world without any real Java or Maven
tools=$work/tools
mkdir "$tools"
for tool in cat cksum cp cut date dirname env find grep head id kill ls mkdir mktemp mv nice printf readlink rm sed sha256sum shasum sh sleep tail touch tr uname wc; do
    for folder in /bin /usr/bin; do
        [ ! -x "$folder/$tool" ] || ln -sf "$folder/$tool" "$tools/$tool"
    done
done

# java FOLDER VERSION: a Java that prints its home and its arguments, one a line, and leaves what it would have recorded.
java() {
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Test"\nJAVA_VERSION="%s"\nOS_NAME="Linux"\n' "$2" >"$1/release"
    cat >"$1/bin/java" <<'JAVA'
#!/bin/sh
mode='' cache=''
for a in "$@"; do case $a in
    -XX:AOTMode=*) mode=${a#*=} ;;
    -XX:AOTConfiguration=*) recorded=${a#*=} ;;
    -XX:AOTCache=*) cache=${a#*=} ;;
esac; done
case $mode in
    record) echo good >"$recorded" ;;
    create) echo create >>"$FAKE_CALLS"; grep -q good "$recorded" && cp "$recorded" "$cache"; exit ;;
esac
echo "java ${0%/bin/java}"
for a in "$@"; do echo "arg <$a>"; done
exit "${FAKE_EXIT:-0}"
JAVA
    chmod +x "$1/bin/java"
}

# tree FOLDER: a source tree with the launcher in it.
tree() {
    mkdir -p "$1/app/src/main/java" "$1/root"
    cp "$launcher" "$1/chancery"
    chmod +x "$1/chancery"
    : >"$1/pom.xml"
    : >"$1/app/pom.xml"
    : >"$1/app/src/main/java/A.java"
}

# maven: a Maven that counts its calls and makes the jar, slowly where it is told to.
maven() {
    cat >"$tools/mvn" <<'MVN'
#!/bin/sh
echo call >>"$FAKE_CALLS"
sleep "${FAKE_SLEEP:-0}"
[ -z "${FAKE_BROKEN:-}" ] || { echo "[ERROR] broken"; exit 1; }
while [ $# -gt 0 ]; do case $1 in -f) pom=$2; shift ;; esac; shift; done
mkdir -p "${pom%/*}/app/target"
echo "jar $(cat "${pom%/*}/app/src/main/java/A.java")" >"${pom%/*}/app/target/chancery-0.1.0-app.jar"
MVN
    chmod +x "$tools/mvn"
}

# run FOLDER ARGUMENT...: calls the launcher there; out, err and code say what came of it. Further variables stand in extra, as NAME=value words.
extra=''
run() {
    folder=$1
    shift
    # shellcheck disable=SC2086 # words
    env -i PATH="$tools" HOME="$work/home" LANG=C.UTF-8 CHANCERY_TEST_ROOT="$folder/root" FAKE_CALLS="$work/calls" $extra \
        "$shell" "$folder/chancery" "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    out=$(cat "$work/out") err=$(cat "$work/err")
}
calls() { if [ -f "$work/calls" ]; then grep -c "^${1:-call}\$" "$work/calls"; else echo 0; fi; } # builds; caches made, also in the background: calls create
older() { touch -t 202001010000 "$@"; }

expect() { # expect NAME WHAT IN: whether the words stand there
    case $3 in
        *"$2"*) echo "ok $1" ;;
        *) failed=1; printf 'not ok %s: expected "%s", saw "%s"; error output: %s\n' "$1" "$2" "$(printf '%s' "$3" | tr '\n' ' ')" "$(tr '\n' ' ' <"$work/err")" ;;
    esac
}
refuse() { # refuse NAME WHAT IN: whether the words do not stand there
    case $3 in
        *"$2"*) failed=1; printf 'not ok %s: did not expect "%s" in "%s"\n' "$1" "$2" "$(printf '%s' "$3" | tr '\n' ' ')" ;;
        *) echo "ok $1" ;;
    esac
}

# ---- which Java
maven
t=$work/which
tree "$t"
java "$work/j17" 17.0.15
java "$work/j8" 1.8.0_402
java "$work/j25" 25.0.1
java "$work/j26" 26
java "$work/j25ea" 25-ea
run "$t"
expect "without any Java: exit code 3" 3 "$code"
expect "without any Java: says what to install" "install a JDK 25" "$err"
expect "without any Java: one line" 1 "$(wc -l <"$work/err" | tr -d ' ')"
expect "without any Java: nothing is built" 0 "$(calls)"
java "$t/root/usr/lib/jvm/a-17" 17.0.2
java "$t/root/usr/lib/jvm/b-21" 21.0.2
extra="JAVA_HOME=$work/j8" run "$t"
expect "only older ones: says which" "found only Java 8, 17, 21" "$err"
java "$t/root/usr/lib/jvm/c-25" 25.0.2
extra="JAVA_HOME=$work/j17" run "$t" x
expect "a JAVA_HOME of Java 17 is passed over for the usual folders" "java $t/root/usr/lib/jvm/c-25" "$out"
refuse "a JAVA_HOME of Java 17 is passed over without a word" "JAVA_HOME" "$err"
extra="JAVA_HOME=$work/j26" run "$t" x
expect "JAVA_HOME goes before the usual folders" "java $work/j26" "$out"
extra="CHANCERY_JAVA_HOME=$work/j25ea JAVA_HOME=$work/j26" run "$t" x
expect "CHANCERY_JAVA_HOME goes before JAVA_HOME; an early-access version is understood" "java $work/j25ea" "$out"
extra="CHANCERY_JAVA_HOME=$work/j17 JAVA_HOME=$work/j26" run "$t" x
expect "a CHANCERY_JAVA_HOME that is too old is named" "CHANCERY_JAVA_HOME is $work/j17" "$err"
expect "a CHANCERY_JAVA_HOME that is too old is passed over" "java $work/j26" "$out"
mkdir -p "$work/links" && ln -s "$work/j26/bin/java" "$work/links/java-26" && ln -s ../links/java-26 "$tools/java"
run "$t" x
expect "the java of PATH is found through its links, before the usual folders" "java $work/j26" "$out"
java "$t/jre" 25.0.9
run "$t" x
expect "./jre goes before PATH" "java $t/jre" "$out"
rm "$tools/java"
rm -rf "$t/jre"
java "$work/home/.sdkman/candidates/java/26.0.1-tem" 26.0.1
rm -rf "$t/root/usr"
run "$t" x
expect "the folders below HOME are looked into" "java $work/home/.sdkman/candidates/java/26.0.1-tem" "$out"
rm -rf "${work:?}/home"
mac="$t/root/Library/Java/JavaVirtualMachines/temurin 25.jdk/Contents/Home"
java "$mac" 25.0.1
run "$t" x
expect "a Java in a folder with a space" "java $mac" "$out"

# ---- building
rm -f "$work/calls"
t="$work/a tree"
tree "$t"
java "$t/root/opt/jdk-25" 25.0.1
echo one >"$t/app/src/main/java/A.java"
run "$t" "two words" "" "*" 'quo"te'
expect "a missing jar is built" 1 "$(calls)"
expect "building is told on standard error" "building" "$err"
refuse "and not on standard output" "building" "$out"
expect "arguments arrive as they are" "arg <two words>
arg <>
arg <*>
arg <quo\"te>" "$out"
expect "the jar is run" "arg <$t/app/target/chancery-0.1.0-app.jar>" "$out"
run "$t" x
expect "a fresh jar is not built again" 1 "$(calls)"
expect "then nothing is said" "" "$err"
for changed in app/src/main/java/A.java app/pom.xml pom.xml; do
    older "$t/app/target/chancery-0.1.0-app.jar" && touch "$t/$changed"
    : >"$work/calls"
    run "$t" x
    expect "a newer $changed is built" 1 "$(calls)"
done
ln -s "a tree/chancery" "$work/relative"
ln -s "$work/relative" "$work/absolute"
mkdir -p "$work/else where"
out=$(cd "$work/else where" && env -i PATH="$tools" HOME="$work/home" CHANCERY_TEST_ROOT="$t/root" FAKE_CALLS="$work/calls" "$shell" "$work/absolute" x 2>"$work/err")
expect "through two links and from another folder" "arg <$t/app/target/chancery-0.1.0-app.jar>" "$out"
extra="FAKE_EXIT=7" run "$t" x
expect "the program's exit code is ours" 7 "$code"
extra="CHANCERY_JAVA_OPTS=-Xmx2g" run "$t" x
expect "CHANCERY_JAVA_OPTS come after our own" "arg <-XX:+UseSerialGC>
arg <-Xmx2g>" "$out"
run "$t" serve archive
expect "a server ends where memory runs out" "arg <-XX:+ExitOnOutOfMemoryError>" "$out"
run "$t" import archive serve
refuse "an import goes on where memory runs out for one file" "OutOfMemory" "$out"

older "$t/app/target/chancery-0.1.0-app.jar"
: >"$work/calls"
extra="FAKE_BROKEN=1" run "$t" x
expect "a failed build: exit code 3" 3 "$code"
expect "a failed build: told" "the build failed" "$err"
expect "a failed build: Maven's words are shown" "[ERROR] broken" "$err"
[ ! -e "$t/.chancery/build.lock" ] && gone=gone || gone=there
expect "a failed build: the lock is gone" gone "$gone"
run "$t" x
expect "the next start builds again" 2 "$(calls)"

# two at once
older "$t/app/target/chancery-0.1.0-app.jar"
: >"$work/calls"
for n in 1 2; do
    env -i PATH="$tools" HOME="$work/home" CHANCERY_TEST_ROOT="$t/root" FAKE_CALLS="$work/calls" FAKE_SLEEP=2 "$shell" "$t/chancery" "$n" >"$work/out$n" 2>"$work/err$n" </dev/null &
done
wait
expect "two at once build once" 1 "$(calls)"
expect "the one that waits says so" "waiting for another build" "$(cat "$work/err1" "$work/err2")"
expect "and both run" "arg <1>" "$(cat "$work/out1")"
expect "the other too" "arg <2>" "$(cat "$work/out2")"

# a lock left behind
older "$t/app/target/chancery-0.1.0-app.jar"
: >"$work/calls"
mkdir "$t/.chancery/build.lock"
sh -c 'echo $$' >"$t/.chancery/build.lock/pid"
run "$t" x
expect "a lock whose process is gone is removed" 1 "$(calls)"
expect "and that is told" "stopped" "$err"

rm "$tools/mvn" "$t/app/target/chancery-0.1.0-app.jar"
run "$t" x
expect "without Maven: exit code 3" 3 "$code"
expect "without Maven: says what to install" "apt-get install maven" "$err"

# ---- a released folder
t=$work/released
mkdir -p "$t/root"
cp "$launcher" "$t/chancery"
run "$t" x
expect "neither jar nor sources: exit code 3" 3 "$code"
java "$t/jre" 25.0.1
run "$t" x
expect "neither jar nor sources: told" "neither chancery.jar nor the source tree" "$err"
echo jar >"$t/chancery.jar"
run "$t" x
expect "a released folder needs no Maven" "arg <$t/chancery.jar>" "$out"
refuse "a command that is not a search records nothing" "AOTMode" "$out"

# ---- the AOT cache
made() { # waits until nothing is being made, five seconds at most
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        set -- "$t"/.chancery/*.making
        [ -e "$1" ] || return
        sleep 0.5
    done
}
: >"$work/calls"
run "$t" search q
expect "the first search records" "-XX:AOTMode=record" "$out"
expect "where the jar's digest says" "-XX:AOTConfiguration=$t/.chancery/aot-$(sha256sum <"$t/chancery.jar" | cut -c 1-64)-25.0.1.recorded." "$out"
run "$t" serve q
refuse "then it is recorded no more" "AOTMode=record" "$out"
refuse "nor used while the cache is being made" "-XX:AOTCache=" "$out"
made
expect "the cache is made once" 1 "$(calls create)"
run "$t" import q
expect "from then on any command uses it" "-XX:AOTCache=$t/.chancery/aot-" "$out"
refuse "and records no more" "AOTMode=record" "$out"
extra="CHANCERY_JAVA_OPTS=-XX:+UseG1GC" run "$t" import q
refuse "other options of Java do not use it" "-XX:AOTCache=" "$out"
echo another jar >"$t/chancery.jar"
run "$t" search q
refuse "another jar does not use it" "-XX:AOTCache=" "$out"
expect "but records its own" "-XX:AOTMode=record" "$out"
set -- "$t"/.chancery/aot-*
expect "and the old one is removed" 1 "$#"
echo half >"$1"
run "$t" import q
made
run "$t" import q
refuse "a recording that was cut short makes no cache" "-XX:AOTCache=" "$out"
run "$t" search --help
refuse "asking for help records nothing" "-XX:AOTMode=record" "$out"
run "$t" search q
expect "and is made again" "-XX:AOTMode=record" "$out"
for recorded in "$t"/.chancery/aot-*.recorded.*; do mv "$recorded" "${recorded%.*}.$$"; done
: >"$work/calls"
run "$t" search q
expect "a recording is not touched while its process goes on" 0 "$(calls create)"
refuse "and none is made beside it" "AOTMode=record" "$out"
rm -rf "$t/.chancery"
: >"$t/.chancery"
extra="XDG_CACHE_HOME=$work/cache" run "$t" search q
expect "where the folder cannot be written, the cache is the user's" "-XX:AOTConfiguration=$work/cache/chancery/" "$out"
run "$t" search q
expect "below HOME where nothing else is said" "-XX:AOTConfiguration=$work/home/.cache/chancery/" "$out"
out=$(env -i PATH="$tools" CHANCERY_TEST_ROOT="$t/root" "$shell" "$t/chancery" search q 2>"$work/err")
refuse "without HOME there is none" "AOT" "$out"
expect "but the program runs" "arg <search>" "$out"
exit "$failed"
