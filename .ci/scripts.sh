#!/usr/bin/env bash
# Type-checks (TypeScript) and lints (ESLint) the scripts of the live page and of the film that README shows. There is no build step for them, so both tools are needed only here.
set -euo pipefail
floor=$(cd "$(dirname "$0")/../src/ActorCafe.Floor" && pwd)
film=$(cd "$(dirname "$0")/../tests/ActorCafe.Film" && pwd)
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --prefix "$tools" --silent --no-save --no-audit --no-fund typescript@7.0.2 eslint@10.15.0
"$tools/node_modules/.bin/tsc" -p "$floor/jsconfig.json"
(cd "$floor" && "$tools/node_modules/.bin/eslint" www)
(cd "$film" && "$tools/node_modules/.bin/eslint" --config "$floor/eslint.config.js" www)
