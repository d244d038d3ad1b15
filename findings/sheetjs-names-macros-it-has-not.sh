#!/usr/bin/env bash
# xlsx (SheetJS) 0.18.5 (npm), writeFile of a plain workbook of one cell.
# Seen: [Content_Types].xml always has <Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>,
# though the package has no part ending in .bin; and every part is stored without compression.
# So a guard that looks for "macroEnabled" in the content types refuses every file of the many web tools that write with SheetJS, SIPD's
# own realisasi download among them; only an Override of a part that exists, or vbaProject.bin, says that there are macros.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund xlsx@0.18.5
cat > look.cjs <<'JS'
const XLSX = require('xlsx')
const book = XLSX.utils.book_new()
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Pagu', 1]]), 'Data')
const zip = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
const text = zip.toString('latin1')
const directory = text.indexOf('PK\x01\x02')
const parts = []
for (let at = directory; zip.readUInt32LE(at) === 0x02014b50; ) {
  const length = zip.readUInt16LE(at + 28)
  parts.push({ name: text.slice(at + 46, at + 46 + length), method: zip.readUInt16LE(at + 10) })
  at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
}
const named = text.match(/<Default Extension="bin"[^>]*>/)?.[0]
console.log(named)
console.log(parts.map((p) => `${p.name} (method ${p.method})`).join('\n'))
if (!named?.includes('macroEnabled')) throw new Error('the content types no longer name macroEnabled')
if (parts.some((p) => p.name.endsWith('.bin'))) throw new Error('there is a .bin part now')
if (parts.some((p) => p.method !== 0)) throw new Error('parts are compressed now')
JS
node look.cjs && echo "as seen: macroEnabled is named, no such part exists, nothing is compressed"
