/** Agencies and people in one workbook: people may be of an agency that the same file adds, and name theirs by code, name or short name. */
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { type Edit, edited } from '../browser/list-files.ts'
import type { Browser } from './browser.ts'
import { useWorld } from './world.ts'

const world = useWorld('http-whole-directory')
const path = '/api/directory/workbooks/whole'
const template = async (browser: Browser) => new Uint8Array(await (await browser.get(path)).arrayBuffer())
const post = (browser: Browser, file: Uint8Array, confirm = false) =>
  browser.send('POST', `${path}${confirm ? '?confirm=true' : ''}`, {
    raw: new Uint8Array(file),
    headers: { 'content-type': 'application/octet-stream' },
  })
const seen = async (browser: Browser, file: Uint8Array) => (await (await post(browser, file)).json()) as WorkbookPreview

const dinkes: Edit = { add: ['dinkes', 'Dinas Kesehatan', null, 'Dinkes', 'OPD', '1.02', '5 hari'] }
const person = (code: string, of: string, email = `${code}@lengkap.example`): Edit => ({
  add: [code, `Nama ${code}`, 'Operator', email, null, 'Operator', of, null, 'Indonesia'],
})
const withBoth = async (file: Uint8Array, people: readonly Edit[]) => edited(await edited(file, [dinkes]), people, 1)

it('comes back unchanged from its own template, with a sheet for each', async () => {
  const coordinator = await world().as('koordinator')
  const file = await template(coordinator)
  expect((await readXlsx(file)).sheets.slice(0, 2).map(({ name }) => name)).toEqual(['Perangkat daerah', 'Orang'])
  const { counts, errors } = await seen(coordinator, file)
  expect(errors).toEqual([])
  expect(counts).toMatchObject({ added: 0, changed: 0, removed: 0, wrong: 0, blank: 0 })
})

it('says by cell what is wrong, and saves nothing then', async () => {
  const coordinator = await world().as('koordinator')
  const people = [person('satu', 'Dinas Tidak Ada'), person('dua', 'Dinkes', 'bukan alamat')]
  const file = await withBoth(await template(coordinator), people)
  const { errors } = await seen(coordinator, file)
  expect(errors.map(({ sheet, code }) => [sheet, code])).toEqual([
    ['Orang', 'unknown-agency'],
    ['Orang', 'not-an-address'],
  ])
  expect((await post(coordinator, file, true)).status).toBe(422)
})

it('saves the agency first, then its people, however they name it, and nothing again', async () => {
  const coordinator = await world().as('koordinator')
  const people = [person('tiga', 'Dinkes'), person('empat', 'dinas  kesehatan; Perikanan'), person('lima', 'dinkes')]
  const file = await withBoth(await template(coordinator), people)
  expect((await seen(coordinator, file)).counts).toMatchObject({ added: 4, changed: 0, wrong: 0, blank: 0 })
  expect((await post(coordinator, file, true)).status).toBe(200)
  const after = await (await coordinator.get('/api/directory')).json()
  const agenciesOf = (code: string) => after.people.find(({ id }: { id: string }) => id === code)?.agencyIds
  expect([agenciesOf('tiga'), agenciesOf('empat'), agenciesOf('lima')]).toEqual([
    ['dinkes'],
    ['dinkes', 'perikanan'],
    ['dinkes'],
  ])
  expect((await post(coordinator, file, true)).status).toBe(200)
  const { revisions } = await (await coordinator.get('/api/directory/people/empat')).json()
  expect(revisions).toHaveLength(1)
})
