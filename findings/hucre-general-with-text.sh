#!/usr/bin/env bash
# hucre 1.0.0 (npm), formatValue of the number 12 under formats that join General with text, as offices write units: `General" org"`.
# Seen: `Gnral orgee`: the letters of the word General are taken for date codes and the number is gone; `General` alone and `0" org"` are right.
# Source: in ECMA-376 part 1, 18.8.31, General is a keyword of a section, and text in quotation marks may stand beside it. ssf 0.11.2 keeps the number, and
# before it the text.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund hucre@1.0.0 ssf@0.11.2
cat > look.mjs <<'JS'
import { formatValue } from 'hucre'
import ssf from 'ssf'

const formats = ['General', '0" org"', 'General" org"', '"Rp "General', 'General;-General']
const seen = formats.map((format) => [format, formatValue(12, format), ssf.format(format, 12)])
console.table(seen.map(([format, hucre, other]) => ({ format, hucre, ssf: other })))
const wrong = seen.filter(([, hucre, other]) => hucre !== other).map(([format]) => format)
if (wrong.join() !== 'General" org","Rp "General,General;-General' || seen[2][1] !== 'Gnral orgee') throw new Error(`others are wrong now: ${wrong.join()}`)
JS
node look.mjs && echo "as seen"
