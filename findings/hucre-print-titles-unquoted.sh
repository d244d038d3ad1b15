#!/usr/bin/env bash
# hucre 1.0.0 (npm), pageSetup.printTitlesRow and printArea.
# Seen: for a sheet named "Data sasaran" the defined names read `Data sasaran!1:1` and `Data sasaran!A1:B2`.
# Source: ECMA-376 part 1, 18.2.5 (definedName holds a formula) and 18.17: a sheet name with a blank must stand in apostrophes.
# LibreOffice Calc 7.4.7 then repeats nothing and says nothing. A name given by hand through `namedRanges`, quoted, works.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund hucre@1.0.0
cat > look.mjs <<'JS'
import { writeXlsx } from 'hucre/xlsx'
import { inflateRawSync } from 'node:zlib'

/** The unpacked part of a zip by its central directory. */
function part(zip, name) {
  const view = Buffer.from(zip)
  let at = view.readUInt32LE(view.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (view.readUInt32LE(at) === 0x02014b50) {
    const length = view.readUInt16LE(at + 28)
    const offset = view.readUInt32LE(at + 42)
    if (view.toString('utf8', at + 46, at + 46 + length) === name) {
      const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28)
      const packed = view.subarray(start, start + view.readUInt32LE(at + 20))
      return (view.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8')
    }
    at += 46 + length + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  throw new Error(`no part ${name}`)
}

const columns = [{ header: 'A', key: 'a' }, { header: 'B', key: 'b' }]
const pageSetup = { orientation: 'landscape', paperSize: 'a4', printTitlesRow: '1:1', printArea: 'A1:B2' }
const zip = await writeXlsx({ sheets: [{ name: 'Data sasaran', columns, data: [{ a: 1, b: 2 }], pageSetup }] })
const names = part(zip, 'xl/workbook.xml').match(/<definedName [^>]*>[^<]*<\/definedName>/g)
console.log(names.join('\n'))
const asSeen = names.some((n) => n.includes('>Data sasaran!1:1<')) && names.some((n) => n.includes('>Data sasaran!A1:B2<'))
if (!asSeen) throw new Error('hucre writes these names otherwise now')
JS
node look.mjs && echo "as seen: the sheet's name is not quoted"
