#!/usr/bin/env bash
# @stryker-mutator/core 10.1.1 (npm; it needs Node 22) in a project with TypeScript 7.0.2 and a tsconfig.json; its command runner, no plugin.
# Seen: it ends before the first mutant with `ts.parseConfigFileTextToJson is not a function`; with TypeScript 5.9.3 the same project is mutated.
# Source: Stryker rewrites the tsconfig of its sandbox with the compiler's API, which it imports from the project (core, src/sandbox/ts-config-preprocessor);
# TypeScript 7 is the native compiler, and its package's main entry has no such function any more. Stryker declares no peer version of TypeScript.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm pkg set type=module
npm install --silent --no-audit --no-fund @stryker-mutator/core@10.1.1
echo '{ "compilerOptions": { "module": "nodenext", "strict": true }, "include": ["*.js"] }' > tsconfig.json
echo 'export const isLate = (day, last) => day > last' > late.js
echo "import { isLate } from './late.js'; if (isLate(2, 2) || !isLate(3, 2)) process.exit(1)" > look.js
echo '{ "testRunner": "command", "commandRunner": { "command": "node look.js" }, "mutate": ["late.js"], "reporters": ["clear-text"] }' > stryker.config.json
run() {
  npm install --silent --no-audit --no-fund "typescript@$1"
  npx stryker run > "said-$1.txt" 2>&1 || true
  echo "TypeScript $1: $(grep -m1 -oE 'ts\.[A-Za-z]+ is not a function|[0-9]+ tests? ran|All files .*' "said-$1.txt" || tail -1 "said-$1.txt")"
}
run 5.9.3
run 7.0.2
grep -q 'ts.parseConfigFileTextToJson is not a function' said-7.0.2.txt && ! grep -q 'is not a function' said-5.9.3.txt && grep -q 'All files' said-5.9.3.txt && echo "as seen"
