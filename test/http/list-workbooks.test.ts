/** People, agencies and assignments by workbook: seen before they count, saved by the same checks as the pages, told by cell. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-list-workbooks')
const people = '/api/directory/workbooks/people'
const agencies = '/api/directory/workbooks/agencies'
const assignments = `/api/rounds/${roundId}/assignments/workbook`
const octets = { 'content-type': 'application/octet-stream' }

type File = string | Uint8Array<ArrayBuffer>
const post = (browser: Browser, path: string, file: File, confirm = false) =>
  browser.send('POST', `${path}${confirm ? '?confirm=true' : ''}`, { raw: file, headers: octets })
const preview = async (browser: Browser, path: string, file: File) =>
  (await (await post(browser, path, file)).json()) as WorkbookPreview
const told = ({ errors }: WorkbookPreview) => errors.map(({ cell, code }) => [cell, code])
const template = async (browser: Browser, path: string) => new Uint8Array(await (await browser.get(path)).arrayBuffer())
const directory = async (browser: Browser) => (await browser.get('/api/directory')).json()
const revisions = async (browser: Browser, path: string) => (await (await browser.get(path)).json()).revisions

const head = 'Kode;Nama;Jabatan;Alamat surel;Telepon;Peran;Perangkat daerah;Kode wakil;Bahasa;Nonaktif'
const line = (
  id: string,
  more: { email?: string; role?: string; agency?: string; deputy?: string; off?: string } = {},
) =>
  [
    id,
    `Nama ${id}`,
    'Operator',
    more.email ?? `${id}@lengkap.example`,
    '0812',
    more.role ?? 'Operator',
    more.agency ?? 'dinsos',
    more.deputy ?? '',
    'Indonesia',
    more.off ?? '',
  ].join(';')

it.each([people, agencies, assignments])('%s comes back unchanged from its own template', async (path) => {
  const coordinator = await world().as('koordinator')
  const { counts, errors } = await preview(coordinator, path, await template(coordinator, path))
  expect(errors).toEqual([])
  expect(counts).toMatchObject({ added: 0, changed: 0, removed: 0, wrong: 0, blank: 0 })
  expect(counts.unchanged).toBeGreaterThan(3)
})

it('new people are only seen until they are confirmed; a deputy may stand below whom they stand in for', async () => {
  const coordinator = await world().as('koordinator')
  const before = await directory(coordinator)
  const file = [head, line('baru-1', { deputy: 'baru-2' }), line('baru-2', { agency: '"dinsos; perikanan"' })].join(
    '\n',
  )
  expect(await preview(coordinator, people, file)).toMatchObject({ counts: { added: 2, wrong: 0, blank: 0 } })
  expect(await directory(coordinator)).toEqual(before)
  expect((await post(coordinator, people, file, true)).status).toBe(200)
  const after = (await directory(coordinator)).people
  expect(after).toHaveLength(before.people.length + 2)
  expect(after).toContainEqual(expect.objectContaining({ id: 'baru-1', deputyId: 'baru-2', disabled: false }))
  expect(after).toContainEqual(expect.objectContaining({ id: 'baru-2', agencyIds: ['dinsos', 'perikanan'] }))
  const again = (await (await post(coordinator, people, file, true)).json()) as WorkbookPreview
  expect(again.counts).toMatchObject({ added: 0, changed: 0 })
  expect(await revisions(coordinator, '/api/directory/people/baru-1')).toHaveLength(1)
})

it('only who is changed gets a new revision, and an address goes over to a successor in one file', async () => {
  const coordinator = await world().as('koordinator')
  const file = [
    head,
    line('pengganti', { email: 'baru-2@lengkap.example' }),
    line('baru-2', { off: 'Ya', email: 'mantan@lengkap.example', agency: '"dinsos; perikanan"' }),
    line('baru-1', { deputy: 'pengganti' }),
  ].join('\n')
  expect((await preview(coordinator, people, file)).errors).toEqual([])
  const answer = await post(coordinator, people, file, true)
  expect(answer.status).toBe(200)
  const after = (await directory(coordinator)).people
  expect(after).toContainEqual(expect.objectContaining({ id: 'pengganti', email: 'baru-2@lengkap.example' }))
  expect(after).toContainEqual(expect.objectContaining({ id: 'baru-2', disabled: true }))
  const history = await revisions(coordinator, '/api/directory/people/baru-2')
  expect(history.map(({ byName }: { byName: string }) => byName)).toEqual(['Nama koordinator', 'Nama koordinator'])
  expect(await revisions(coordinator, '/api/directory/people/op-dinsos')).toHaveLength(1)
})

it('people who swap addresses do so in one file, also three in a ring, and one who waits for somebody outside does not', async () => {
  const coordinator = await world().as('koordinator')
  const trio = ['putar-1', 'putar-2', 'putar-3']
  const rotated = trio.map((id, index) => line(id, { email: `${trio[(index + 1) % 3]}@lengkap.example` }))
  await post(coordinator, people, [head, ...trio.map((id) => line(id))].join('\n'), true)
  const file = [head, ...rotated].join('\n')
  expect(await preview(coordinator, people, file)).toMatchObject({ errors: [], counts: { changed: 3, wrong: 0 } })
  expect((await post(coordinator, people, file, true)).status).toBe(200)
  const after = (await directory(coordinator)).people
  for (const [index, id] of trio.entries()) {
    const email = `${trio[(index + 1) % 3]}@lengkap.example`
    expect(after).toContainEqual(expect.objectContaining({ id, email, disabled: false }))
  }
  const withSole = [
    head,
    line('putar-1', { email: 'koordinator@lengkap.example' }),
    line('koordinator', { email: 'putar-2@lengkap.example', role: 'Koordinator', agency: 'bappeda' }),
  ].join('\n')
  expect((await preview(coordinator, people, withSole)).errors).toEqual([])
  const outside = [head, line('putar-1', { email: 'op-dinsos@lengkap.example' })].join('\n')
  expect(told(await preview(coordinator, people, outside))).toEqual([['D2', 'address-taken']])
})

it('a swap into which a colleague saves another change is done in the end, and leaves nobody deactivated', async () => {
  const coordinator = await world().as('koordinator')
  await post(coordinator, people, [head, line('tukar-1'), line('tukar-2')].join('\n'), true)
  const { sheets } = await readXlsx(await template(coordinator, people))
  const [one, two] = ['tukar-1@lengkap.example', 'tukar-2@lengkap.example'] as const
  const swapped = sheets.map(({ name, rows, hidden }) => ({
    name,
    rows:
      name !== 'Orang' ? rows : rows.map((row) => row.map((cell) => (cell === one ? two : cell === two ? one : cell))),
    hidden: hidden === true,
  }))
  const { regions } = world().deps
  const { revisePerson } = regions
  let isFirst = true
  regions.revisePerson = async (region, person, base) => {
    const known = await regions.person(region, 'tukar-2')
    if (person.id === 'tukar-2' && isFirst && known !== undefined) {
      isFirst = false
      await revisePerson(region, { ...known, phone: '0899' }, 1)
    }
    return revisePerson(region, person, base)
  }
  const answer = await post(coordinator, people, Uint8Array.from(await writeXlsx({ sheets: swapped })), true)
  regions.revisePerson = revisePerson
  expect([answer.status, isFirst]).toEqual([200, false])
  const after = (await directory(coordinator)).people
  for (const [id, email, phone] of [
    ['tukar-1', 'tukar-2@lengkap.example', '0812'],
    ['tukar-2', 'tukar-1@lengkap.example', '0899'],
  ])
    expect(after).toContainEqual(expect.objectContaining({ id, email, phone, disabled: false }))
})

it.each([
  [people, 'Pengaturan › Orang'],
  [agencies, 'Pengaturan › Perangkat daerah'],
  [assignments, 'Penugasan dengan Excel'],
  ['/api/references/kelurahan/workbook', 'Pengaturan › Data acuan'],
])('%s says on its guide sheet where it goes, and speaks of no draft', async (path, page) => {
  const { sheets } = await readXlsx(await template(await world().as('koordinator'), path))
  const guide = JSON.stringify(sheets.find(({ name }) => name === 'Petunjuk')?.rows)
  expect(guide).toContain(page)
  expect(guide).not.toMatch(/draf|halaman formulir/)
})

it('what the directory would refuse is named by cell, and then nothing is saved', async () => {
  const coordinator = await world().as('koordinator')
  const before = await directory(coordinator)
  const file = [
    head,
    line('salah', { email: 'bukan alamat' }),
    line('kembar', { email: 'op-perikanan@lengkap.example' }),
    line('tetangga', { email: 'orang-asing@lengkap.example' }),
    line('sendiri', { deputy: 'sendiri' }),
    line('tanpa', { deputy: 'tidak-ada' }),
    line('koordinator', { role: 'Operator' }),
    line('peran', { role: 'Raja', email: 'juga bukan' }),
    line('kode salah', { email: 'kode@lengkap.example' }),
    line('benar'),
  ].join('\n')
  const seen = await preview(coordinator, people, file)
  expect(told(seen).sort()).toEqual([
    ['A9', 'id-shape'],
    ['D2', 'not-an-address'],
    ['D3', 'address-taken'],
    ['D8', 'not-an-address'],
    ['F7', 'last-coordinator'],
    ['F8', 'not-a-choice'],
    ['H5', 'own-deputy'],
    ['H6', 'unknown-person'],
  ])
  expect(await (await post(coordinator, people, file, true)).json()).toMatchObject({
    status: 422,
    code: 'answers-invalid',
  })
  expect(await directory(coordinator)).toEqual(before)
})

it('whoever is missing from a downloaded file stays, and the file says how to deactivate', async () => {
  const coordinator = await world().as('koordinator')
  const { sheets } = await readXlsx(await template(coordinator, people))
  const shortened = sheets.map(({ name, rows, hidden }) => ({
    name,
    rows: name === 'Orang' ? rows.slice(0, 3) : rows,
    hidden: hidden === true,
  }))
  const short = Uint8Array.from(await writeXlsx({ sheets: shortened }))
  const seen = await preview(coordinator, people, short)
  expect(seen.counts).toMatchObject({ rows: 2, removed: 0, wrong: 0 })
  expect(seen.notices.map(({ code }) => code)).toContain('missing-rows-stay')
  const before = await directory(coordinator)
  expect((await post(coordinator, people, short, true)).status).toBe(200)
  expect(await directory(coordinator)).toEqual(before)
})

it('agencies are added and changed, each with its history', async () => {
  const coordinator = await world().as('koordinator')
  const file =
    'Kode;Nama;Nama pendek;Jenis;Bidang urusan;Hari kerja seminggu\nbpbd;Badan Penanggulangan Bencana;BPBD;OPD;1.05;6\ndinsos;Dinas Sosial Kota;Dinsos;OPD;1.06; 5'
  expect((await preview(coordinator, agencies, file)).counts).toMatchObject({
    added: 1,
    changed: 1,
    wrong: 0,
    blank: 0,
  })
  expect((await post(coordinator, agencies, file, true)).status).toBe(200)
  const after = (await directory(coordinator)).agencies
  expect(after).toContainEqual(
    expect.objectContaining({ id: 'bpbd', shortName: 'BPBD', workingWeek: 6, sectors: ['1.05'], kind: 'opd' }),
  )
  expect(await revisions(coordinator, '/api/directory/agencies/dinsos')).toHaveLength(2)
  const wrong = 'Kode;Nama;Nama pendek;Jenis;Hari kerja seminggu\nbnn;;BNN;Swasta;7'
  expect(told(await preview(coordinator, agencies, wrong)).sort()).toEqual([
    ['B2', 'required'],
    ['D2', 'not-a-choice'],
    ['E2', 'not-a-choice'],
  ])
})

it('assignments change as a revision of the round, and begun work is never taken away', async () => {
  const coordinator = await world().as('koordinator')
  const operator = await world().as('op-perikanan')
  const headers = { 'if-match': '"0"', 'idempotency-key': 'assignments-by-workbook' }
  const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
  expect((await operator.post(`${work}/submissions`, { answers: answers() }, headers)).status).toBe(201)
  const rounds = () => revisions(coordinator, `/api/rounds/${roundId}/revisions`)
  const file = 'Perangkat daerah;3A;TN\nperikanan;Ya;Tidak\nkec-uji;Ya;'
  expect(await preview(coordinator, assignments, file)).toMatchObject({ counts: { changed: 2, wrong: 0 }, errors: [] })
  expect(await rounds()).toHaveLength(1)
  expect((await post(coordinator, assignments, file, true)).status).toBe(200)
  const [newest, ...older] = await rounds()
  expect(older).toHaveLength(1)
  const pairs = newest.assignments.map(
    (each: { agencyId: string; formId: string }) => `${each.agencyId} ${each.formId}`,
  )
  expect(pairs.sort()).toEqual(['dinsos tanpa-nihil', 'dinsos uji', 'kec-uji uji', 'perikanan uji'])
  expect(world().planned).toContain(`kota-kupang/${roundId}`)
  const taking = 'Perangkat daerah;3A;TN\nperikanan;Tidak;\nentah;Ya;Ya'
  const seen = await preview(coordinator, assignments, taking)
  expect(told(seen)).toContainEqual(['B2', 'work-begun'])
  expect(seen.errors.some(({ cell }) => cell === 'A3')).toBe(true)
  expect((await post(coordinator, assignments, taking, true)).status).toBe(422)
  expect(await rounds()).toHaveLength(2)
})

it('nobody but the coordinator loads them', async () => {
  const operator = await world().as('op-perikanan')
  for (const path of [people, agencies, assignments]) {
    expect((await operator.get(path)).status).toBe(403)
    expect((await post(operator, path, head, true)).status).toBe(403)
  }
})
