/** `npm run screenshots`: the README's pictures, taken of the running system after two days of a round. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite } from '../../local/build-site.ts'
import { decide, review2025, submit, tagging } from '../journeys/agency-work.ts'
import { moveTo, startRehearsal } from '../journeys/running-system.ts'
import { Visitor } from '../journeys/visitor.ts'
import { launchBrowser } from './chromium.ts'
import { openWindow, phone, signIn } from './people.ts'

const directory = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')
mkdirSync(directory, { recursive: true })
await buildSite()
const system = await startRehearsal()
const browser = await launchBrowser()
try {
  for (const agency of ['dinsos', 'perikanan', 'dikbud', 'kec-alak', 'kec-oebobo', 'naker']) {
    const operator = await new Visitor(system).signIn(`operator@${agency}.example`)
    await submit(operator, agency, tagging)
    if (agency !== 'naker') await submit(operator, agency, review2025)
  }
  await moveTo(system, '2026-02-11T10:15:00+08:00')
  const coordinator = await new Visitor(system).signIn('koordinator@bappeda.example')
  await decide(coordinator, { agencyId: 'perikanan', formId: tagging }, { decision: 'accept' })
  await decide(coordinator, { agencyId: 'perikanan', formId: review2025 }, { decision: 'accept' })
  const comments = [{ pointer: '/fields/tanggalDokumen', text: 'Tanggal DPA belum sesuai.' }]
  await decide(
    coordinator,
    { agencyId: 'dinsos', formId: tagging },
    { decision: 'return', comments, dueOn: '2026-02-13' },
  )
  await moveTo(system, '2026-02-12T09:10:00+08:00')

  const tasks = await openWindow(browser, phone)
  await signIn(tasks, system, 'operator@dinsos.example')
  await tasks.waitForLoadState('networkidle')
  await tasks.screenshot({ path: join(directory, 'tugas.png') })
  const board = await openWindow(browser, { width: 1280, height: 860 })
  await signIn(board, system, 'koordinator@bappeda.example')
  await board.waitForLoadState('networkidle')
  await board.screenshot({ path: join(directory, 'rekap.png') })
  console.log(`Wrote tugas.png and rekap.png to ${directory}`)
} finally {
  await browser.close()
  await system.close()
}
process.exit(0)
