#!/usr/bin/env bash
# One input in pieces, each through its own `top3 batch`, with GNU split and with GNU parallel. The lines of the pieces
# together are the lines of the whole, byte for byte, and so are their counts. Says what it skipped.
#
#   TOP3=target/release/top3 examples/batch/parallel.sh [RECORDS.ndjson]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export TOP3=${TOP3:-top3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
input=${1:-$folder/in.ndjson}
[ $# -gt 0 ] || sh "$here/records.sh" 1500 > "$input"

# The list from one place, one day for all, and one thread a piece: the pieces are the threads. A text, not a function:
# split and parallel hand it to the shell of whoever runs this, and functions do not reach every shell.
# shellcheck disable=SC2016
piece='"$TOP3" --datum 2026-03-01 batch rihg --threads 1 2> /dev/null'

"$TOP3" --datum 2026-03-01 batch rihg "$input" > "$folder/whole.ndjson" 2> /dev/null
"$TOP3" tel "$folder/whole.ndjson" --formaat json > "$folder/whole.json"

same() { # what, lines, counts
  cmp "$folder/whole.ndjson" "$2" && cmp "$folder/whole.json" "$3" || { echo "$1: the pieces are not the whole"; exit 1; }
  echo "$1: $(wc -l < "$2") lines, the same as in one run; so are their counts"
}

if split --version 2> /dev/null | grep -q GNU; then
  split --lines=600 --filter="$piece > \"\$FILE.ndjson\"" "$input" "$folder/split-"
  cat "$folder"/split-*.ndjson > "$folder/split.all"
  # Each machine can send its counts instead of its records: they add up.
  for part in "$folder"/split-*.ndjson; do "$TOP3" tel "$part" --formaat json > "${part%.ndjson}.json"; done
  "$TOP3" tel "$folder"/split-*.json --formaat json > "$folder/split.counts"
  same "split --filter" "$folder/split.all" "$folder/split.counts"
else
  echo "skipped: this split is not that of GNU coreutils"
fi

if parallel --version 2> /dev/null | grep -q 'GNU parallel'; then
  # Pieces of about 64 KB, cut between lines; --keep-order: the lines in the order of the input.
  parallel --will-cite --pipe --keep-order --block 64k "$piece" < "$input" > "$folder/parallel.all"
  "$TOP3" tel "$folder/parallel.all" --formaat json > "$folder/parallel.counts"
  same "parallel --pipe" "$folder/parallel.all" "$folder/parallel.counts"
else
  echo "skipped: GNU parallel is not installed"
fi
