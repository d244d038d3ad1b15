#!/usr/bin/env bash
# @getodk/xforms-engine 0.22.0 (npm; the engine of ODK Web Forms) on jsdom 29.1.1, a form whose question of type int has calculate="a + b".
# Seen: 1,500,000,000 + 1 is stored, 1,500,000,000 + 1,500,000,000 is an empty element, without an error; as decimal or string the same total is there.
# A total in rupiah passes 2,147,483,647 at about 2.1 billion, which one agency's programme reaches. JavaRosa's int is 32 bits wide too.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund @getodk/xforms-engine@0.22.0 jsdom@29.1.1
cat > look.mjs <<'JS'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<html/>', { url: 'http://localhost' })
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name]
globalThis.__dirname = import.meta.dirname ?? '.'
const { createInstance } = await import('@getodk/xforms-engine')

const form = (calculate, type) => `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<h:head><h:title>Pagu</h:title><model>
<instance><data id="pagu"><a>1500000000</a><b>1500000000</b><total/></data></instance>
<bind nodeset="/data/a" type="int"/><bind nodeset="/data/b" type="int"/><bind nodeset="/data/total" type="${type}" calculate="${calculate}"/>
</model></h:head>
<h:body><input ref="/data/a"><label>A</label></input><input ref="/data/b"><label>B</label></input></h:body></h:html>`

async function total(calculate, type) {
  const { root } = await createInstance(form(calculate, type))
  const { data } = await root.prepareInstancePayload({ payloadType: 'monolithic' })
  const text = await [...data[0].values()][0].text()
  return /<total>(.*?)<\/total>/.exec(text)?.[1] ?? ''
}

const seen = {
  'int, a + 1': await total('/data/a + 1', 'int'),
  'int, a + b': await total('/data/a + /data/b', 'int'),
  'decimal, a + b': await total('/data/a + /data/b', 'decimal'),
  'string, a + b': await total('/data/a + /data/b', 'string'),
}
console.log(seen)
const expected = ['1500000001', '', '3000000000.0', '3000000000']
if (JSON.stringify(Object.values(seen)) !== JSON.stringify(expected)) throw new Error('the engine answers otherwise now')
process.exit(0)
JS
node look.mjs && echo "as seen: the total of type int is blank"
