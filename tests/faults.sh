#!/usr/bin/env bash
# Every fault with several seeds, three by default, and the recovery table in Markdown: tests/faults.sh [SEED...] > docs/results/faults.md
set -uo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 1 2 3

table=$(mktemp)
log=$(mktemp)
trap 'rm -f "$table" "$log"' EXIT
export ACTORCAFE_FAULTS_TABLE=$table DOTNET_CLI_UI_LANGUAGE=en

dotnet build tests/ActorCafe.Faults.Tests -c Release -v quiet -nologo >&2 || exit 1
# Of what is run, not of what may be there when it is done; the table itself is being written.
commit=$(git rev-parse --short=7 HEAD)
git diff --quiet HEAD -- . ':!docs/results/faults.md' || commit="$commit with changes"
load=$(cut -d ' ' -f 1 /proc/loadavg)
failed=0
for seed in "$@"; do
  echo "seed $seed" >&2
  # What it says, not how it ends: `dotnet test` that is sent SIGTERM in the middle ends with 0.
  ACTORCAFE_FAULTS_SEED=$seed dotnet test tests/ActorCafe.Faults.Tests -c Release --no-build --logger 'console;verbosity=normal' > "$log" 2>&1
  if ! grep -q '^Test Run Successful' "$log"; then
    failed=$((failed + 1))
    cat "$log" >&2
  fi
done

cat << HEAD
# Faults, and how the café recovers

- made by \`tests/faults.sh $*\` on $(date -u '+%Y-%m-%d %H:%M') UTC, commit $commit
- machine: $(nproc) cores ($(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)), $(free -g | awk '/^Mem/ { print $2 }') GB; load average before $load, after $(cut -d ' ' -f 1 /proc/loadavg)
- the café: a front, a seed, two grinder nodes and three machine nodes, each a process, on loopback; 24 grinders, 24 machines;
  220 orders a second by HTTP, the same order sent again until it is taken
- checked after each: the customers' own lists, /status and the book agree; each order accepted is in the book once and served once

Times in seconds. *Response*: from an order's first sending to its coffee in hand, whatever turned it away in between.
*Inside*: from being in the book. *Machines up*: from the fault until all 24 are up, evenly spread over the nodes left; where the
front was frozen or cut off, from its waking or from the mended cable.
*Repeats*: brews that nobody waited for any more. *Refused*: answers 503. *Unanswered*: orders sent again since no answer came.

| fault | seed | orders served | response p99 | response max | inside max | machines up | repeats | refused | unanswered |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
HEAD
sort "$table"
[ "$failed" -eq 0 ]
