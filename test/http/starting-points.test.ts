/** What an agency need not type again: last round's answers as far as they fit, and rows that another form declared continued. */
import { beforeAll, describe, expect, it } from 'vitest'
import { aksi3aPenandaanAnggaranV1 } from '../../functions/forms/aksi3a-penandaan-anggaran.v1.ts'
import { personInCharge } from '../../functions/forms/header-fields.v1.ts'
import { reviuAksi2025V1 } from '../../functions/forms/reviu-aksi-2025.v1.ts'
import { continuations } from '../../functions/schema/continuations.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { at, round } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, form, roundId, useWorld } from './world.ts'

const peopleForm: FormDefinition = { ...form, id: 'orang', fields: [...personInCharge, ...form.fields] }
const world = useWorld('http-starting-points')
const path = (formId: string, of = roundId) => `/api/rounds/${of}/agencies/perikanan/forms/${formId}`
let operator: Browser
const points = async (formId: string) => (await (await operator.get(`${path(formId)}/starting-points`)).json()).points

beforeAll(async () => {
  const { deps, clock } = world()
  clock.now = at(11, '10:00')
  operator = await world().as('op-perikanan')
  const known: readonly FormDefinition[] = [form, peopleForm, aksi3aPenandaanAnggaranV1, reviuAksi2025V1]
  deps.forms = {
    ...deps.forms,
    definition: async (id, version) => known.find((each) => each.id === id && each.version === version),
  }
  const forms = ['uji', 'orang', 'aksi3a-penandaan-anggaran', 'reviu-aksi-2025']
  const current = { ...round(['perikanan'], {}, forms), revision: 2 }
  await deps.rounds.insertRound('kota-kupang', current)
  const before = { id: 'sebelum', opensOn: '2026-01-05', targetOn: '2026-02-12', closesOn: '2026-02-13' }
  await deps.rounds.insertRound('kota-kupang', round(['perikanan'], before, ['uji']))
})

it('before anything was sent there is none', async () => {
  expect(await points('uji')).toEqual([])
})

it('the last submission of an earlier round, without what the form refuses today', async () => {
  const content = { fields: { nomor: 'A/1', jumlah: 3 }, rows: { baris: answers().rows.baris } }
  const sent = await operator.post(
    `${path('uji', 'sebelum')}/submissions`,
    { answers: content },
    { 'if-match': '"0"', 'idempotency-key': 'earlier-round-1' },
  )
  expect(sent.status).toBe(201)
  expect(await points('uji')).toMatchObject([{ kind: 'last-round', rowCount: 1, answers: content }])
  const { deps } = world()
  const stricter = {
    ...form,
    fields: form.fields.map((field) => ({ ...field, ...(field.id === 'jumlah' ? { min: 5 } : {}) })),
  }
  const asked = deps.forms.definition
  deps.forms.definition = async (id, version) =>
    id === 'uji' ? (stricter as FormDefinition) : asked(id, version, 'kota-kupang')
  expect((await points('uji'))[0].answers.fields).toEqual({ nomor: 'A/1' })
  deps.forms.definition = asked
})

it('rows of F2 that are continued begin F1, with codes and places but without last year’s amounts', async () => {
  const row = (rowKey: string, kode: string, lanjut: string) => ({
    rowKey,
    cells: {
      kodeSubKegiatan: kode,
      namaSubKegiatan: 'Penyuluhan',
      sumberDana: 'PAD',
      pagu2025: 5_000_000,
      dilanjutkan2026: lanjut,
    },
  })
  const draft = {
    fields: {},
    rows: { aksi: [], anggaran: [row('R1', '3.25.03.2.02.0001', 'ya'), row('R2', '3.25.04.2.04.0002', 'tidak')] },
  }
  const saved = await operator.put(
    `${path('reviu-aksi-2025')}/draft`,
    { formVersion: 1, answers: draft },
    { 'if-match': '"v0-r0"' },
  )
  expect(saved.status).toBe(200)
  const [point] = await points('aksi3a-penandaan-anggaran')
  expect(point).toMatchObject({ kind: 'continued', rowCount: 1, title: reviuAksi2025V1.title })
  expect(point.answers.rows.penandaan[0]).toMatchObject({
    rowKey: 'R1',
    cells: { kodeSubKegiatan: '3.25.03.2.02.0001' },
  })
  expect(Object.keys(point.answers.rows.penandaan[0].cells)).not.toContain('pagu2025')
})

describe('who answers for the data', () => {
  const header = async (browser: Browser) => (await (await browser.get(`${path('orang')}/draft`)).json()).answers.fields
  const said = { picNama: 'Maria Bessie', picJabatan: 'Kasubag', picTelepon: '0812 3456 7890', picEmail: 'm@x.example' }

  it('is known from the own profile before anybody types, and nothing is saved by it', async () => {
    expect(await header(operator)).toEqual({
      picNama: 'Nama op-perikanan',
      picJabatan: 'Jabatan op-perikanan',
      picEmail: 'op-perikanan@lengkap.example',
    })
    expect(await header(await world().as('kepala-perikanan'))).toMatchObject({ picTelepon: '0811-555-0100' })
    expect(await header(await world().as('koordinator'))).toEqual({})
    const { assignments } = await (await operator.get(`/api/rounds/${roundId}/assignments`)).json()
    const own = assignments.find((each: { formId: string }) => each.formId === 'orang')
    expect(own).toMatchObject({ status: 'not-started', savedAt: null })
  })

  it('is who it was in the last submission, and no choice, number or date comes along', async () => {
    const { deps } = world()
    const lama = { id: 'lama', opensOn: '2026-01-04', targetOn: '2026-02-12', closesOn: '2026-02-13' }
    await deps.rounds.insertRound('kota-kupang', round(['perikanan'], lama, ['orang']))
    const content = { answers: { ...answers(), fields: { ...answers().fields, ...said } } }
    const headers = { 'if-match': '"0"', 'idempotency-key': 'earlier-person-1' }
    const sent = await operator.post(`${path('orang', 'lama')}/submissions`, content, headers)
    expect(sent.status).toBe(201)
    expect(await header(operator)).toEqual(said)
  })

  it('stays as somebody typed it', async () => {
    const content = { formVersion: 1, answers: { fields: { picNama: 'Yohanis' }, rows: { baris: [] } } }
    const url = `${path('orang')}/draft`
    expect((await operator.put(url, content, { 'if-match': '"v0-r0"' })).status).toBe(200)
    expect(await header(operator)).toEqual({ picNama: 'Yohanis' })
  })
})

it('names only fields that both forms have', () => {
  const forms: readonly FormDefinition[] = [aksi3aPenandaanAnggaranV1, reviuAksi2025V1]
  const fieldsOf = (id: string, table: string) =>
    forms
      .find((each) => each.id === id)
      ?.tables.find((each) => each.id === table)
      ?.fields.map((field) => field.id) ?? []
  for (const { form: to, table, from, cells } of continuations) {
    expect(fieldsOf(to, table)).toEqual(expect.arrayContaining([...cells]))
    expect(fieldsOf(from.form, from.table)).toEqual(expect.arrayContaining([...cells, from.when.field]))
  }
})
