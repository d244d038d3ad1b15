#!/usr/bin/env bash
# Chromium 147 (npm @sparticuz/chromium 147.0.0, driven by playwright-core 1.65.1), `@page { size: ... }` with preferCSSPageSize.
# Seen: `215mm 330mm landscape`, `folio` and `F4` are dropped as invalid and the page is US Letter (612 x 792 pt), without a warning; `330mm 215mm` and
# `A4 landscape` are taken. Source: CSS Paged Media 3, `size: <length>{1,2} | auto | [ <page-size> || [ portrait | landscape ] ]`: an orientation goes
# with a named size only, and neither Folio nor F4, the papers of Indonesian offices, is a named size.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund playwright-core@1.65.1 @sparticuz/chromium@147.0.0
cat > look.mjs <<'JS'
import chromium from '@sparticuz/chromium'
import { chromium as driver } from 'playwright-core'

const browser = await driver.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, '--no-sandbox'] })
const page = await browser.newPage()
const seen = {}
for (const size of ['330mm 215mm', 'A4 landscape', '215mm 330mm landscape', 'folio', 'F4']) {
  await page.setContent(`<style>@page { size: ${size} }</style><p>Rekap</p>`)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  seen[size] = /MediaBox ?\[([^\]]*)\]/.exec(pdf)[1].split(' ').slice(2).map((n) => Math.round(Number(n))).join(' x ')
}
await browser.close()
console.log(seen)
if (Object.values(seen).join() !== '935 x 609,842 x 595,612 x 792,612 x 792,612 x 792') throw new Error('other sizes now')
JS
node look.mjs && echo "as seen"
