#!/usr/bin/env bash
# idn-area-data 4.0.1 (npm), data/villages.csv: the Ministry of Home Affairs' codes and names.
# Seen: 83,762 villages; in 16 cases one district holds two of the same name, 14 times a kelurahan (1xxx) and a desa (2xxx), twice two desa; Oesao
# (53.01.06.1004 and 53.01.06.2015, Kupang Timur) among them. 14 codes have the third kind, 3xxx (desa adat, Jayapura).
# So a name, even with its district, is no key; the code is.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund idn-area-data@4.0.1
cat > look.cjs <<'JS'
const { readFileSync } = require('node:fs')
const [, ...lines] = readFileSync('node_modules/idn-area-data/data/villages.csv', 'utf8').trim().split('\n')
const villages = lines.map((line) => ({ code: line.slice(0, 13), name: line.slice(23).trim().toLowerCase() }))
const groups = new Map()
for (const { code, name } of villages) {
  const key = `${code.slice(0, 8)} ${name}`
  groups.set(key, [...(groups.get(key) ?? []), code])
}
const twice = [...groups].filter(([, codes]) => codes.length > 1)
const mixed = twice.filter(([, codes]) => new Set(codes.map((c) => c[9])).size > 1)
for (const [key, codes] of twice) console.log(key, codes.join(' '))
const kinds = {}
for (const { code } of villages) kinds[code[9]] = (kinds[code[9]] ?? 0) + 1
console.log(villages.length, 'villages,', twice.length, 'names twice in one district,', mixed.length, 'of two kinds; kinds', kinds)
if (villages.length !== 83762 || twice.length !== 16 || mixed.length !== 14 || kinds[3] !== 14) throw new Error('other figures now')
JS
node look.cjs && echo "as seen"
