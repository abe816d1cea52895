#!/usr/bin/env bash
# Checks the scripts of the live page: types by TypeScript, and a linter's rules. They run as they are written, so both are needed here alone.
set -euo pipefail
floor=$(cd "$(dirname "$0")/../src/ActorCafe.Floor" && pwd)
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --prefix "$tools" --silent --no-save --no-audit --no-fund typescript@7.0.2 eslint@10.15.0
"$tools/node_modules/.bin/tsc" -p "$floor/jsconfig.json"
(cd "$floor" && "$tools/node_modules/.bin/eslint" www)
