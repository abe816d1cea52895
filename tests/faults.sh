#!/usr/bin/env bash
# Runs every fault with several seeds, three by default, and prints the recovery table as Markdown: tests/faults.sh [SEED...] > docs/results/faults.md
set -uo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- 1 2 3

table=$(mktemp)
log=$(mktemp)
trap 'rm -f "$table" "$log"' EXIT
export ACTORCAFE_FAULTS_TABLE=$table DOTNET_CLI_UI_LANGUAGE=en

dotnet build tests/ActorCafe.Faults.Tests -c Release -v quiet -nologo >&2 || exit 1
# The commit that is tested, read before the tests run. The table is being written, so it does not count as a change.
commit=$(git rev-parse --short=7 HEAD)
git diff --quiet HEAD -- . ':!docs/results/faults.md' || commit="$commit with changes"
load=$(cut -d ' ' -f 1 /proc/loadavg)
failed=0
for seed in "$@"; do
  echo "seed $seed" >&2
  # Looks at the output, because `dotnet test` exits with 0 if SIGTERM interrupts it.
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
- the café: a front, a seed, two grinder nodes and three machine nodes, each a process, on loopback; 24 grinders and 24 machines.
  A full disk, a lost book, reduced pools and a busy machine are applied to a smaller one
- the load: 220 orders per second over HTTP. A customer who is refused or gets no answer sends the same order again until it is accepted

## What is checked

After each fault the test compares the customers' own lists, \`/status\` and the book. All three must agree: every accepted order is in the
book once and was served once, and no order is waiting. In addition:

| fault | check |
|---|---|
| front's root actor killed | the front exits with code 1 instead of accepting orders that nobody serves |
| second front with another book | it says so in one line and never opens |
| front killed, standby takes over | until then the second front, on the same book, says in one line that it stands by, and \`/ready\` answers 503 |
| pool of machines reduced | while nodes disagree on the number of machines, no idle node keeps a fifth of a core busy |
| front's disk fails to sync | customers who are refused in that second never ask again; those of their orders that reached the book are served |
| front's book moved away and back | while it is away, no order is accepted, \`/ready\` answers 503, and the log has one line |
| 2,200 idle connections to the front | \`/live\` and \`/ready\` on the management port answer within a second |
| machine starved of processor time | with \`cafe.cluster.detection = shared\` no node exits and none is removed from the cluster |

A deleted book has no row, because the orders in it cannot be served. Its test checks that no order is accepted after the deletion, that
\`/ready\` answers 503, and that a restarted front says in one line that the book is gone.

## Results

Times are in seconds.

- *Response*: from the first sending of an order until it is served, refusals and missing answers included.
- *Inside*: from acceptance until the order is served.
- *Machines up*: from the fault until all machines are up and evenly spread over the remaining nodes. If the front was frozen or cut off,
  from the end of the fault.
- *Repeats*: brews that no order needed any more. *Refused*: answers with status 503. *Unanswered*: orders sent again for lack of an answer.

| fault | seed | orders served | response p99 | response max | inside max | machines up | repeats | refused | unanswered |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
HEAD
sort "$table"
[ "$failed" -eq 0 ]
