/**
 * Answers about persons on every route, for every role: typed by an agency, seen by those who need them, and met by a viewer nowhere, in
 * no page, export, workbook, file or mail. And what is hashed holds their digests only.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../functions/domain/canonical-json.ts'
import { contentHash, sha256Hex } from '../../functions/domain/content-hash.ts'
import { openApiDocument, operationsOf } from '../../functions/http/docs.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { roundId, useWorld } from './world.ts'

const w = (text: string) => ({ id: text, en: text })
const formId = 'orang'
const form: FormDefinition = {
  id: formId,
  version: 1,
  title: w('Formulir orang'),
  shortTitle: w('ORG'),
  description: w('Uji'),
  nilAllowed: true,
  fields: [
    { id: 'nama', type: 'text', label: w('Nama'), required: true, purpose: 'name', maxLength: 80 },
    { id: 'telepon', type: 'text', label: w('Telepon'), required: true, purpose: 'tel', maxLength: 25 },
    { id: 'surel', type: 'text', label: w('Surel'), required: true, purpose: 'email', maxLength: 80 },
    { id: 'wa', type: 'phone', label: w('WA'), required: false },
    { id: 'jabatan', type: 'text', label: w('Jabatan'), required: true, maxLength: 80 },
    { id: 'alamat', type: 'text', label: w('Alamat rumah'), required: false, maxLength: 80, personal: true },
  ],
  tables: [
    {
      id: 'kader',
      title: w('Kader'),
      minRows: 0,
      maxRows: 10,
      fields: [
        { id: 'nama', type: 'text', label: w('Nama kader'), required: true, purpose: 'name', maxLength: 80 },
        { id: 'posyandu', type: 'text', label: w('Posyandu'), required: true, maxLength: 80 },
      ],
    },
  ],
}
const world = useWorld('http-personal', [form])

/** Each begins alike, so that one search finds them all. */
const sent = {
  fields: {
    nama: 'KENARI Kepala',
    telepon: '0811-KENARI',
    surel: 'KENARI@dinas.example',
    wa: '+6281111112222',
    alamat: 'Jalan KENARI 5',
    jabatan: 'Kepala Dinas',
  },
  rows: { kader: [{ rowKey: 'R1', cells: { nama: 'KENARI Kader', posyandu: 'Mawar' } }] },
}
/** Typed on later, and wrong: what is said of it may not quote it where others read. */
const typed = {
  fields: { ...sent.fields, nama: 'KENARI Baru', wa: 'KENARI bukan nomor', jabatan: '' },
  rows: { kader: [{ rowKey: 'R1', cells: { nama: 'KENARI Kader Dua' } }] },
}
const isCanary = (text: string) => /KENARI|81111112222|0811-?1111-?2222/i.test(text)
const work = (agency = 'perikanan') => `/api/rounds/${roundId}/agencies/${agency}/forms/${formId}`
const base = (tag: string) => ({ 'if-match': tag, 'idempotency-key': `kunci-${tag}` })

const people = { own: 'op-perikanan', head: 'kepala-perikanan', coordinator: 'koordinator', viewer: 'viewer' } as const
const browsers = new Map<string, Browser>()
const by = (who: keyof typeof people) => browsers.get(who) as Browser
let receipt: { sha256: string; number: string }

beforeAll(async () => {
  for (const [who, id] of Object.entries(people)) browsers.set(who, await world().signedIn(id))
  const first = await by('own').post(`${work()}/submissions`, { answers: sent }, base('"0"'))
  expect(first.status).toBe(201)
  receipt = await first.json()
  const again = { ...sent, fields: { ...sent.fields, nama: 'KENARI Kepala Dua' } }
  expect((await by('own').post(`${work()}/submissions`, { answers: again }, base('"1"'))).status).toBe(201)
  const { headers } = await by('own').get(`${work()}/draft`)
  const draft = { formVersion: 1, answers: typed }
  const saved = await by('own').put(`${work()}/draft`, draft, { 'if-match': headers.get('etag') ?? '' })
  expect(saved.status).toBe(200)
  const review = {
    revision: 2,
    decision: 'return',
    comments: [{ pointer: '/rows/kader/R1/nama', text: 'Mohon diperiksa lagi.' }],
    dueOn: '2026-02-16',
  }
  expect((await by('coordinator').post(`${work()}/review`, review)).status).toBe(201)
})

const operations = () => operationsOf(openApiDocument(world().app as never))
const fill = (path: string) =>
  path
    .replace('{round}', roundId)
    .replace('{agency}', 'perikanan')
    .replace('{form}', formId)
    .replace('/export.csv', `/export.csv?form=${formId}&part=isian`)
    .replace('/results/orang', '/results/orang?part=isian')
    .replace('{district}', 'kec-uji')
    .replace('{list}', 'sub-kegiatan')
    .replace('{directory}', 'people')
    .replace('{version}', '1')
    .replace('{revision}', '1')
    .replace('{number}', receipt.number)
    .replace(/\{\w+\}/g, 'tidak-ada')

/** What an answer says, also inside a workbook. */
async function said(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  const zip = readZip(bytes)
  return zip.names.map((name) => zip.part(name)?.toString() ?? '').join('\n')
}

/** Every route of the description, the tables of results by each of their parts too, and the routes by which canaries are met. */
async function meetings(browser: Browser): Promise<string[]> {
  const found: string[] = []
  const reads = operations().filter(({ method }) => method === 'GET')
  const parts = ['kader', 'kamus'].flatMap((part) => [
    `/api/rounds/${roundId}/export.csv?form=${formId}&part=${part}`,
    `/api/rounds/${roundId}/results/${formId}?part=${part}`,
  ])
  const all = [...reads.map(({ path }) => [path, fill(path)] as const), ...parts.map((path) => [path, path] as const)]
  for (const [name, path] of all) {
    if (isCanary(await said(await browser.get(path)))) found.push(name)
    if (isCanary(await said(await browser.get(path, { 'accept-language': 'en' })))) found.push(`${name} in English`)
  }
  for (const { method, path } of operations().filter(
    (each) => each.method !== 'GET' && !/sign-|sessions/.test(each.path),
  ))
    if (isCanary(await said(await browser.send(method, fill(path), { json: {}, headers: base('"1"') }))))
      found.push(`${method} ${path}`)
  return found
}

describe('a viewer', () => {
  it('meets no answer about a person on any route', async () => {
    expect(await meetings(by('viewer'))).toEqual([])
  })

  it('reads the rest; what is wrong with an answer about a person is said without quoting it', async () => {
    const seen = await (await by('viewer').get(`${work()}/submissions/2`)).json()
    expect(seen.answers).toEqual({
      fields: { jabatan: 'Kepala Dinas' },
      rows: { kader: [{ rowKey: 'R1', cells: { posyandu: 'Mawar' } }] },
    })
    const draft = await (await by('coordinator').get(`${work()}/draft`)).json()
    expect(draft.missing.map(({ label }: { label: { id: string } }) => label.id)).toContain('WA: perbaiki isiannya')
    const csv = await (await by('viewer').get(`/api/rounds/${roundId}/export.csv?form=${formId}&part=isian`)).text()
    expect(csv).toContain('jabatan')
    expect(csv).not.toContain('telepon')
  })

  it('is sent none by mail: what every planned mail would say, which he may read beforehand', async () => {
    const query = `asOf=${encodeURIComponent('2026-02-11T12:00:00+08:00')}`
    const plan = await (await by('viewer').get(`/api/rounds/${roundId}/mail-plan?${query}`)).json()
    const nids = JSON.stringify(plan).match(/(?<="nid":")\w+/g) ?? []
    expect(nids.length).toBeGreaterThan(5)
    const texts = nids.map(async (nid) =>
      said(await by('viewer').get(`/api/rounds/${roundId}/mail-plan/${nid}?${query}`)),
    )
    const read = await Promise.all(texts)
    expect(read.filter((text) => text.includes('"text":')).length).toBeGreaterThan(3)
    expect(read.filter(isCanary)).toEqual([])
  })
})

describe('those who answer for the data', () => {
  it.each(['own', 'head', 'coordinator'] as const)('%s reads them', async (who) => {
    const found = await meetings(by(who))
    expect(found).toContain('/api/rounds/{round}/agencies/{agency}/forms/{form}/submissions/{revision}')
    expect(found).toContain('/api/rounds/{round}/agencies/{agency}/forms/{form}/workbook')
    // A list of what is missing is read by all, and so are boards and findings.
    expect(found.filter((name) => /assignments|completeness|findings|receipts/.test(name))).toEqual([])
  })
})

describe('what is hashed', () => {
  it('holds digests only, and everybody who may read the revision can take the hash again', async () => {
    const bytes = await (await by('viewer').get(`${work()}/submissions/1/canonical.json`)).text()
    expect(sha256Hex(bytes)).toBe(receipt.sha256)
    expect(isCanary(bytes)).toBe(false)
    expect(bytes).toContain('"telepon":{"sealed":"')
  })

  it('cannot be guessed: equal answers of two agencies have other digests', async () => {
    const other = await world().as('op-dinsos')
    const answer = await other.post(`${work('dinsos')}/submissions`, { answers: sent }, base('"0"'))
    expect((await answer.json()).sha256).not.toBe(receipt.sha256)
  })

  it('is the same for the same answers: a repetition has its receipt', async () => {
    const again = await by('own').post(`${work()}/submissions`, { answers: sent }, base('"0"'))
    expect([again.status, (await again.json()).number]).toEqual([200, receipt.number])
  })

  it('of older releases holds the answers: it verifies, and a viewer is not given those bytes', async () => {
    const rounds = createRounds(world().table)
    const [latest] = ((await rounds.load('kota-kupang', roundId))?.submissions ?? []).filter(
      (each) => each.agencyId === 'perikanan' && each.revision === 2,
    )
    const sha256 = contentHash(sent)
    const older = { ...latest!, revision: 3, sha256, chain: sha256Hex(`${latest!.chain}|3|${sha256}`) }
    const stamped = { ...older, at: at(11, '11:00').toISOString(), requestKey: 'kunci-lama', receiptNumber: 'LAMA-1' }
    expect((await rounds.insertSubmission('kota-kupang', roundId, stamped, sent)).inserted).toBe(true)
    const path = `${work()}/submissions/3/canonical.json`
    expect(await (await by('own').get(path)).text()).toBe(canonicalJson(sent))
    expect((await by('viewer').get(path)).status).toBe(403)
    expect(isCanary(await said(await by('viewer').get(`${work()}/submissions/3`)))).toBe(false)
    expect(await meetings(by('viewer'))).toEqual([])
    const repeated = await by('own').post(
      `${work()}/submissions`,
      { answers: sent },
      { 'if-match': '"2"', 'idempotency-key': 'kunci-lama' },
    )
    expect([repeated.status, (await repeated.json()).number]).toEqual([200, 'LAMA-1'])
  })

  it('is refused where somebody sends a digest himself', async () => {
    const forged = { ...sent, fields: { ...sent.fields, telepon: { sealed: 'a'.repeat(64) } } }
    const answer = await by('own').post(`${work()}/submissions`, { answers: forged }, base('"3"'))
    expect(answer.status).toBe(400)
  })
})
