/**
 * `npm run bench:pages`: what a first visit of each page costs in Chromium with an empty cache, on a line slowed to DevTools' "Slow
 * 4G": scripts, styles and fonts until something is shown and until the line is quiet, how much moves, and when the largest
 * thing is drawn. A word narrows the pages: `npm run bench:pages -- tugas`.
 */
import { buildSite } from '../../local/build-site.ts'
import { launchBrowser } from '../browser/chromium.ts'
import { agencyRoutes, cookiesOf, firstBytes, regionRoutes } from '../browser/cost-routes.ts'
import { costOf } from '../browser/page-cost.ts'
import { desk, phone } from '../browser/people.ts'
import { startRehearsal } from '../journeys/running-system.ts'

await buildSite()
const system = await startRehearsal()
const browser = await launchBrowser()
try {
  const operator = await cookiesOf({ browser, system }, 'operator@dinsos.example')
  const coordinator = await cookiesOf({ browser, system }, 'koordinator@bappeda.example')
  const pages = [
    ...['/masuk', '/privasi'].map((path) => ({ path, cookies: [] })),
    ...agencyRoutes.map((path) => ({ path, cookies: operator })),
    ...regionRoutes.map((path) => ({ path, cookies: coordinator })),
  ]
  console.log(
    '| page | width | files, bytes at first | files, bytes until quiet | shift | LCP, ms |\n|---|---|---|---|---|---|',
  )
  for (const { path, cookies } of pages.filter((each) => each.path.includes(process.argv[2] ?? ''))) {
    for (const size of [phone, desk]) {
      const cost = await costOf(browser, { url: system.siteUrl + path, size, cookies, slow: true })
      const all = `${cost.files.length}, ${firstBytes({ first: cost.files })}`
      console.log(
        `| ${path} | ${size.width} | ${cost.first.length}, ${firstBytes(cost)} | ${all} | ${cost.shift.toFixed(3)} | ${cost.largest.toFixed(0)} |`,
      )
      for (const each of cost.shifted) if (Number.parseFloat(each) > 0.02) console.log(`  ${each}`)
    }
  }
} finally {
  await browser.close()
  await system.close()
}
process.exit(0)
