#!/usr/bin/env bash
# openrosa-xpath-evaluator 3.1.0 (npm; Enketo's and Kobo's web form) on jsdom 29.1.1.
# Seen: '5371-01-02-0007' = '5371-01-02-0008' is true: a text that begins like a day (four digits, two, two) is read as that day on both sides, and the
# rest is not looked at. '53.71.01' = '53.71.02' and '1234-56-78' = '1234-56-79' are false. XPath 1.0 (3.4) compares two strings as strings.
# Village codes written with hyphens, letter numbers and case numbers look like that.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund openrosa-xpath-evaluator@3.1.0 jsdom@29.1.1
cat > look.mjs <<'JS'
import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<data/>', { contentType: 'text/xml' })
for (const name of ['Node', 'Element', 'Document', 'XMLDocument', 'XPathResult', 'XPathEvaluator', 'document']) globalThis[name] = window[name]
globalThis.window = window
const evaluator = createRequire(import.meta.url)('openrosa-xpath-evaluator')()
const ask = (expression) => evaluator.evaluate(expression, window.document, null, 2).stringValue

const seen = ["'5371-01-02-0007' = '5371-01-02-0008'", "'53.71.01' = '53.71.02'", "'1234-56-78' = '1234-56-79'"].map((e) => [e, ask(e)])
for (const [expression, answer] of seen) console.log(expression, '->', answer)
if (seen.map(([, answer]) => answer).join() !== 'true,false,false') throw new Error('the evaluator answers otherwise now')
JS
node look.mjs && echo "as seen"
