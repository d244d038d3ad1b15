#!/usr/bin/env bash
# Node 24.21.0 (npm's `node`), `node:http` as an ES module and as CommonJS.
# Seen: `import 'node:http'` in an ES module evaluates Node's own fetch (internal/deps/undici/undici) at once, `require('node:http')` and
# `process.getBuiltinModule('node:http')` do not, and neither does `import 'node:https'`. An ES module is given a builtin's exports by value when it is
# linked, so that `http.WebSocket` and its like, getters that load undici when asked, are asked. It costs every cold start of an ES module that
# holds an HTTP client and never fetches: the DynamoDB client of the AWS SDK, bundled alone, took 40 ms of processor time as CommonJS and 74 as an ES
# module in one run of ours (which may hold other differences too).
# Source: lib/http.js defines these exports as getters; lib/internal/bootstrap/realm.js copies exports of a builtin for ES modules.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund node@24.21.0
loaded="process.moduleLoadList.some((name) => name.includes('undici'))"
echo "import 'node:http'; console.log($loaded)" > import-http.mjs
echo "require('node:http'); console.log($loaded)" > require-http.cjs
echo "process.getBuiltinModule('node:http'); console.log($loaded)" > builtin-http.mjs
echo "import 'node:https'; console.log($loaded)" > import-https.mjs
said=""
for file in import-http.mjs require-http.cjs builtin-http.mjs import-https.mjs; do
  answer=$(node_modules/node/bin/node "$file")
  echo "$file: fetch is loaded: $answer"
  said="$said $answer"
done
[ "$said" = " true false false false" ] || { echo "it is otherwise now"; exit 1; }
echo "as seen"
