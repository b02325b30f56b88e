#!/usr/bin/env bash
# Measures all that benches/README.md tells, on this machine, in some minutes once it is built. Says what it skips.
#
#   benches/run.sh            everything
#   benches/run.sh engines    only these: ratios instructions threads engines memory startup step analyse
#
# Needs a quiet machine for what depends on wall time (threads); the rest is processor time or instructions.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
sections=("${@:-}")
[ -n "${sections[0]}" ] || sections=(ratios instructions threads engines memory startup step analyse)

title() { printf '\n== %s\n' "$1"; }
skip() { printf 'skipped: %s\n' "$1"; }
have() { command -v "$1" > /dev/null 2>&1; }

title "build"
cargo build --release --locked --quiet --bins --benches
target="$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')"
program="$target/release/top3"
# The measurement itself, without asking cargo again each time.
batch="$(cargo bench --locked --bench batch --no-run 2>&1 | sed -n 's/.*(\(.*\)).*/\1/p' | tail -1)"
case "$batch" in /*) ;; *) batch="$here/$batch" ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TOP3_WRITE="$work" "$batch"
records="$work/records.ndjson"
list="$work/meting.yaml"
count=$(wc -l < "$records")
export XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"

# Seconds of processor time (user and system) and of wall time of a command; what it prints goes to a file.
timed() { # output command...
  local TIMEFORMAT='%U %S %R' out=$1
  shift
  { time "$@" > "$out" 2> "$work/said"; } 2>&1 | awk '{ print $1 + $2, $3 }'
}

ratios() {
  title "ratios: our rate against serde_json parsing the same lines (processor time)"
  "$batch"
}

instructions() {
  title "instructions a record (callgrind)"
  have valgrind || { skip "valgrind is not installed"; return; }
  local lines=2000 name first second
  for name in "serde_json" "levels" "with reasons" "reasons and origin"; do
    for rounds in 1 2; do
      # The difference between one round and two is one round.
      TOP3_LINES=$lines TOP3_ROUNDS=$rounds TOP3_ONLY="$name" valgrind --tool=callgrind \
        --callgrind-out-file=/dev/null "$batch" 2> "$work/grind$rounds" > "$work/said"
    done
    first=$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$work/grind1")
    second=$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$work/grind2")
    printf '%20s %8d\n' "$name" $(((second - first) / lines))
  done
}

threads() {
  title "threads: the program itself, $((count * 10)) records from a file, output thrown away"
  local all="$work/ten.ndjson" one two wall
  for _ in 1 2 3 4 5 6 7 8 9 10; do cat "$records"; done > "$all"
  for wish in "" "--redenen"; do
    for number in 1 2; do
      # The best of three.
      for _ in 1 2 3; do
        # shellcheck disable=SC2086
        timed /dev/null "$program" batch "$list" "$all" --threads $number --herkomst melding $wish
      done | sort -g -k2 | head -1 > "$work/threads$number"
    done
    read -r one wall < "$work/threads1"
    read -r two wall2 < "$work/threads2"
    awk -v one="$one" -v two="$two" -v w1="$wall" -v w2="$wall2" -v n=$((count * 10)) -v what="${wish:-levels}" 'BEGIN {
      printf "%12s  1 thread: %.2f us processor, %.2f us wall a record; 2 threads: %.2f us processor, %.2f us wall; wall ratio %.2f, processor ratio %.2f\n",
        what, one / n * 1e6, w1 / n * 1e6, two / n * 1e6, w2 / n * 1e6, w1 / w2, one / two }'
  done
  rm -f "$all"
}

engines() {
  title "engines: the same counts and levels of the same records (processor time)"
  have python3 || { skip "python3 is not installed, and it also compares the results"; return; }
  local most=10000
  timed "$work/top3.out" "$program" batch "$list" "$records" --threads 1 --herkomst melding > "$work/took"
  awk -v n="$count" '{ printf "{\"records\": %d, \"seconds\": %s}\n", n, $1 }' "$work/took" > "$work/top3.json"
  python3 benches/compare/loop.py "$records" "$work/python.out" > "$work/python.json"
  local made=(python)
  if have node && have npm; then
    mkdir "$work/node"
    cp benches/compare/*.mjs "$work/node"
    if (cd "$work/node" && npm install --silent --no-audit --no-fund @gorules/zen-engine@0.54.0 json-rules-engine@7.3.1 > npm.log 2>&1); then
      for engine in zen json-rules-engine; do
        if (cd "$work/node" && node "$engine.mjs" "$records" "$work/$engine.out" $most > "$work/$engine.json" 2> "$work/said"); then
          made+=("$engine")
        else
          skip "$engine: $(tail -1 "$work/said")"
        fi
      done
    else
      skip "ZEN and json-rules-engine: npm could not install them: $(tail -1 "$work/node/npm.log")"
    fi
  else
    skip "ZEN and json-rules-engine: node or npm is not installed"
  fi
  python3 benches/compare/table.py "$work" "${made[@]}"
}

memory() {
  title "memory: 1 GB through a pipe"
  if ! /usr/bin/time -v true > /dev/null 2>&1; then skip "/usr/bin/time -v (GNU time) is not installed"; return; fi
  local bytes times
  bytes=$(wc -c < "$records")
  times=$((1000000000 / bytes + 1))
  for wish in "--threads 1" "--threads 2 --redenen"; do
    # shellcheck disable=SC2086
    for ((at = 0; at < times; at++)); do cat "$records"; done \
      | /usr/bin/time -v -o "$work/time" "$program" batch "$list" --herkomst melding $wish 2> "$work/said" | wc -lc > "$work/lines"
    printf '%22s: %s bytes in, %s lines and bytes out, %s\n' "$wish" $((bytes * times)) "$(xargs < "$work/lines")" \
      "$(grep -E 'Maximum resident' "$work/time" | xargs)"
  done
  printf '%22s: ' "one line of 10 MB"
  { head -c 10000000 /dev/zero | tr '\0' a; echo; head -1 "$records"; } \
    | /usr/bin/time -v -o "$work/time" "$program" batch "$list" --herkomst melding 2> "$work/said" | cut -c1-60 | tr '\n' '|'
  grep -E 'Maximum resident' "$work/time" | xargs
}

startup() {
  title "startup"
  local at
  for command in "--version" "vragenlijst lijst" "--help"; do
    for ((at = 0; at < 20; at++)); do
      # shellcheck disable=SC2086
      timed /dev/null "$program" $command
    done | sort -g -k2 | awk -v what="$command" 'NR == 1 { best = $2 } NR == 10 { middle = $2 } END { printf "%20s: %.0f ms at best, %.0f ms in the middle (wall)", what, best * 1000, middle * 1000 }'
    if have valgrind; then
      # shellcheck disable=SC2086
      valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" $command 2>&1 > /dev/null | sed -n 's/.*Collected : \([0-9]*\).*/, \1 instructions/p'
    else
      echo
    fi
  done
}

step() {
  title "from one question to the next, all shipped lists loaded"
  cargo bench --locked --quiet --bench step
}

analyse() {
  title "vragenlijst analyse"
  cargo bench --locked --quiet --bench analyse
}

for section in "${sections[@]}"; do
  case "$section" in
    ratios | instructions | threads | engines | memory | startup | step | analyse) "$section" ;;
    *) skip "there is no section $section" ;;
  esac
done
