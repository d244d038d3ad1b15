/** What is not seen does no harm: no name breaks its line or turns its direction, at whichever door it comes in. */
import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { createRegion } from '../../functions/domain/region/create-region.ts'
import {
  hasHiddenCharacter,
  onOneLine,
  withoutDirections,
  withoutHidden,
} from '../../functions/schema/hidden-characters.ts'
import { problemSchema } from '../../functions/schema/problem.ts'
import { readBook } from '../../functions/workbook/read/read-book.ts'
import { createXlsForms } from '../../functions/workbook/xlsform/read-xlsform.ts'
import { roundId, useWorld } from '../http/world.ts'

const world = useWorld('security-hidden')

const controls = ['\n', '\r', '\t', '\u0007', '\u001b', '\u007f', '\u0085', '\u009f', '\u2028', '\u2029']
const directions = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2069']
/** Deprecated ones that shape letters, and annotations between lines. */
const shaping = ['\u206a', '\u206d', '\u206f', '\ufff9', '\ufffa', '\ufffb']
/** What programs paste into a long text, and what stands there instead. */
const pasted: [string, string][] = [
  ...['\u000b', '\u000c', '\u0085', '\u2028', '\u2029'].map((each): [string, string] => [each, '\n']),
  ...['\u0001', '\u0007', '\u0008', '\u000e', '\u001b', '\u001f', '\u007f', '\u0080', '\u009f'].map(
    (each): [string, string] => [each, ''],
  ),
  ...[...directions, ...shaping].map((each): [string, string] => [each, '']),
]
const dirty = `Satu${pasted.map(([mark]) => `${mark}x`).join('')}\tdua\nTiga`
const clean = `Satu${pasted.map(([, instead]) => `${instead}x`).join('')}\tdua\nTiga`

it('knows all of them, and nothing that people write', () => {
  expect(controls.filter((each) => !hasHiddenCharacter(`a${each}b`))).toEqual([])
  const all = [...directions, ...shaping]
  expect(all.map((each) => withoutDirections(`a${each}b`))).toEqual(all.map(() => 'ab'))
  expect(all.filter((each) => !hasHiddenCharacter(`a${each}b`))).toEqual([])
  expect(withoutHidden(dirty)).toBe(clean)
  // Joiners belong to emoji and to other scripts, the rest to every keyboard.
  for (const text of ['Dinas Kesehatan – “Kota”', 'é 界 👩‍🔬', 'a\u00a0b', 'zero\u200bwidth']) {
    expect(hasHiddenCharacter(text), text).toBe(false)
    expect(withoutHidden(text)).toBe(text)
  }
})

it.each(['shortName', 'name', 'phone', 'sectors'])(
  'an agency’s %s with a control character is refused with words',
  async (part) => {
    const coordinator = await world().as('koordinator')
    for (const [index, control] of controls.entries()) {
      const bad = `Dinas${control}X-ATTENDEE:a`
      const agency = {
        id: `baru-${index}`,
        name: { id: 'Dinas Baru', en: 'New agency' },
        shortName: 'Baru',
        kind: 'opd',
        sectors: [] as string[],
        workingWeek: 5,
        ...(part === 'name' ? { name: { id: bad, en: 'New agency' } } : { [part]: part === 'sectors' ? [bad] : bad }),
      }
      const answer = await coordinator.send('POST', '/api/directory/agencies', { json: agency })
      expect(answer.status, JSON.stringify(control)).toBe(422)
      const { errors } = problemSchema.parse(await answer.json())
      expect(errors?.map(({ pointer }) => pointer)).toEqual([
        { name: '/name/id', sectors: '/sectors/0' }[part] ?? `/${part}`,
      ])
      expect(errors?.[0]?.detail).toContain('karakter yang tidak tampak')
    }
  },
)

it('a person’s name, title and telephone, a holiday’s, the region’s and a round’s names are held to the same', async () => {
  const coordinator = await world().as('koordinator')
  const bad = 'Nama\u0007Palsu'
  const person = {
    ...{ id: 'orang-baru', email: 'baru@dinas.example', role: 'operator', agencyIds: ['perikanan'] },
    ...{ language: 'id', disabled: false, name: bad, title: bad, phone: bad },
  }
  const calendar = { holidays: [{ date: '2026-03-19', name: { id: bad, en: bad }, kind: 'own' }] }
  const settings = { name: { id: bad, en: bad }, replyTo: 'a@kota.example', helpPhone: bad }
  const expected: [string, string, object, string[]][] = [
    ['POST', '/api/directory/people', person, ['/name', '/title', '/phone']],
    ['PUT', '/api/directory/calendar', calendar, ['/holidays/0/name/id', '/holidays/0/name/en']],
    ['PUT', '/api/directory/settings', settings, ['/name/id', '/name/en', '/helpPhone']],
  ]
  for (const [method, path, json, pointers] of expected) {
    const answer = await coordinator.send(method, path, { json, headers: { 'if-match': '"1"' } })
    expect(answer.status, path).toBe(422)
    expect(problemSchema.parse(await answer.json()).errors?.map(({ pointer }) => pointer)).toEqual(pointers)
  }
})

it('the operator’s command to make a region is held to the same', async () => {
  const settings = { region: '53-99', name: { id: 'Kota\nX', en: 'X' }, zone: 'Asia/Makassar', zoneName: 'WITA' }
  const content = {
    settings: { ...settings, replyTo: 'a@kota.example', helpPhone: '1' },
    agencies: [],
    holidays: [],
    references: {},
  }
  await expect(
    createRegion(new Date(), { regions: world().deps.regions }, { by: 'system', content, dryRun: true }),
  ).rejects.toMatchObject({ refusal: { errors: [{ pointer: '/settings/name/id', reason: 'hidden-character' }] } })
})

it('marks of direction are taken out at the door, raw or escaped', async () => {
  const coordinator = await world().as('koordinator')
  const agency = {
    id: 'arah',
    name: { id: 'Dinas \u202eharA', en: 'X' },
    shortName: 'A\u200frah',
    kind: 'opd',
    sectors: [],
    workingWeek: 5,
  }
  const raw = JSON.stringify(agency).replace('\u200f', '\\u200F')
  const answer = await coordinator.send('POST', '/api/directory/agencies', {
    raw,
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ name: { id: 'Dinas harA' }, shortName: 'Arah' })
})

it('and of files that are read', async () => {
  const book = await readBook(new TextEncoder().encode('nama;alamat\n\u202eDinas;\u200fAlak\n'))
  expect(book.sheets[0]?.rows[1]).toEqual(['Dinas', 'Alak'])
  const noisy = await readBook(new TextEncoder().encode('nama;alamat\nDi\u009fnas;"Alak\u007f\u0085Barat"\n'))
  expect(noisy.sheets[0]?.rows[1]).toEqual(['Dinas', 'Alak\nBarat'])
})

it('a round’s title and phase, and the place of a milestone, hold none, neither at creation nor later', async () => {
  const coordinator = await world().as('koordinator')
  const copy = { id: 'putaran-baru', copyOf: roundId, title: { id: 'Putaran\nX', en: 'Round' }, phase: 'Awal\u0085' }
  const made = await coordinator.send('POST', '/api/rounds', { json: copy })
  expect(made.status).toBe(422)
  expect(problemSchema.parse(await made.json()).errors?.map(({ pointer }) => pointer)).toEqual(['/title/id', '/phase'])
  const { etag, body } = await coordinator.get(`/api/rounds/${roundId}`).then(async (answer) => ({
    etag: answer.headers.get('etag') ?? '',
    body: await answer.json(),
  }))
  const note = { id: 'Rapat\tX', en: 'M' }
  const milestones = [{ on: '2026-03-01', kind: 'musrenbang', agencyId: 'kec-uji', note }]
  const plan = { ...body, phase: 'Tahap\u001bX', milestones }
  const changed = await coordinator.send('PUT', `/api/rounds/${roundId}`, { json: plan, headers: { 'if-match': etag } })
  expect(changed.status).toBe(422)
  const pointers = problemSchema.parse(await changed.json()).errors?.map(({ pointer }) => pointer)
  expect(pointers).toEqual(expect.arrayContaining(['/phase', '/milestones/0/note/id']))
})

it('what people write at length is kept without them: answers, notes, reasons, comments', async () => {
  const [operator, coordinator] = [await world().as('op-perikanan'), await world().as('koordinator')]
  const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
  const cells = { nama: dirty, pagu: 1_000 }
  const answers = { fields: { nomor: 'A\u0007/1', jumlah: 3 }, rows: { baris: [{ rowKey: 'R1', cells }] } }
  const saved = await operator.put(`${work}/draft`, { formVersion: 1, answers }, { 'if-match': '"0-0"' })
  const tag = (await operator.get(`${work}/draft`)).headers.get('etag') ?? ''
  const again =
    saved.status === 200 ? saved : await operator.put(`${work}/draft`, { formVersion: 1, answers }, { 'if-match': tag })
  expect(again.status, await again.clone().text()).toBe(200)
  const kept = (await (await operator.get(`${work}/draft`)).json()).answers
  expect(kept.rows.baris[0].cells.nama).toBe(clean)
  expect(kept.fields.nomor).toBe('A/1')
  const base = { 'if-match': '"0"', 'idempotency-key': 'kunci-bersih' }
  expect((await operator.post(`${work}/submissions`, { answers }, base)).status).toBe(201)
  const sent = await (await operator.get(`${work}/submissions/1`)).json()
  expect(sent.answers.rows.baris[0].cells.nama).toBe(clean)
  const note = { revision: 1, text: dirty, requestKey: 'kunci-catatan' }
  expect((await coordinator.post(`${work}/notes`, note)).status).toBe(201)
  const returned = {
    revision: 1,
    decision: 'return',
    comments: [{ pointer: '/fields/nomor', text: dirty }],
    dueOn: '2026-02-25',
  }
  expect((await coordinator.post(`${work}/review`, returned)).status).toBe(201)
  const facts = await world().deps.rounds.load('kota-kupang', roundId)
  expect(facts?.reviews.at(-1)?.comments[0]?.text).toBe(clean)
  const reason = `Agenda DPRD bergeser ${dirty}`
  const window = { kind: 'extend', closesOn: '2026-02-19', reason }
  expect((await coordinator.post(`/api/rounds/${roundId}/windows`, window)).status).toBe(201)
  const all = JSON.stringify([
    ...((await world().deps.rounds.load('kota-kupang', roundId))?.windows ?? []),
    await (await coordinator.get(`${work}/notes`)).json(),
  ])
  expect(all).toContain('Agenda DPRD bergeser Satu')
  const marks = pasted.map(([mark]) => mark).join('')
  expect([...all].filter((each) => marks.includes(each))).toEqual([])
  expect(all).not.toMatch(/\\u00|\\b|\\f/)
})

it('the title of a form that is imported, and names out of SIPD, stand on one line', async () => {
  expect(onOneLine(' Formulir\u0007\nbaru\u202e \u2028 dua ')).toBe('Formulir baru dua')
  const title = 'Formulir\u000bdua\nbaris'
  const survey = [
    ['type', 'name', 'label'],
    ['text', 'a', 'Tanya\nbaris dua'],
  ]
  const settings = [
    ['form_title', 'form_id', 'short_title'],
    [title, 'dua-baris', 'D\nB'],
  ]
  const file = await writeXlsx({
    sheets: [
      { name: 'survey', rows: survey },
      { name: 'settings', rows: settings },
    ],
  })
  const { definition } = await createXlsForms().read(Uint8Array.from(file), [])
  expect(definition).toMatchObject({ title: { id: 'Formulir dua baris' }, shortTitle: { id: 'D B' } })
  expect(definition?.fields[0]?.label.id).toBe('Tanya\nbaris dua')
})
