/** A form drafted in a workbook is previewed, published as a version that never changes, assigned, and filled in. */
import { beforeAll, expect, it } from 'vitest'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import { checkSettings } from '../../functions/schema/checks/check-settings.ts'
import { createChecker } from '../../functions/schema/checks/create-checker.ts'
import { checkOneSubmission } from '../../functions/schema/checks/run-form-checks.ts'
import { ruleEngine } from '../../functions/schema/expressions/live/rule-engine.ts'
import { createXlsForms } from '../../functions/workbook/xlsform/read-xlsform.ts'
import { at } from '../fixtures/round.ts'
import { bookOf, columns, posyanduForm, row, settings, survey } from '../workbook/xlsform/posyandu.ts'
import type { Browser } from './browser.ts'
import { roundId, useWorld } from './world.ts'

const world = useWorld('http-forms')
let coordinator: Browser

beforeAll(async () => {
  world().clock.now = at(11, '10:00')
  coordinator = await world().as('koordinator')
})

const fileHeaders = { 'content-type': 'application/octet-stream' }
async function preview(file: Uint8Array) {
  const answer = await coordinator.send('POST', '/api/forms/drafts', {
    raw: Uint8Array.from(file),
    headers: fileHeaders,
  })
  return { status: answer.status, body: await answer.json() }
}
async function publish(file: Uint8Array, base: number, by = coordinator) {
  const answer = await by.send('POST', '/api/forms', {
    raw: Uint8Array.from(file),
    headers: { ...fileHeaders, 'if-match': `"${base}"` },
  })
  return { status: answer.status, body: await answer.json() }
}
const label = { 'label::Indonesia (id)': 'Alamat', 'label::English (en)': 'Address' }
const longer = () => posyanduForm({ survey: [...survey, row({ type: 'text', name: 'alamat', ...label })] })

it('a preview shows the form and saves nothing', async () => {
  const { status, body } = await preview(await posyanduForm())
  expect(status).toBe(200)
  expect(body).toMatchObject({
    currentVersion: 0,
    unchanged: false,
    publishable: true,
    definition: { id: 'data-posyandu' },
  })
  expect((await coordinator.get('/api/forms/data-posyandu/versions/1')).status).toBe(404)
  const { forms } = await (await coordinator.get('/api/forms')).json()
  expect(forms).toHaveLength(2)
})

it('what has flaws, or is no workbook, is not published', async () => {
  const flawed = await posyanduForm({ survey: [columns, row({ type: 'geopoint', name: 'titik', ...label })] })
  const { body } = await preview(flawed)
  expect(body.publishable).toBe(false)
  expect(body.flaws[0]).toMatchObject({ sheet: 'survey', row: 2, column: 'type', code: 'place-type' })
  expect((await publish(flawed, 0)).body.errors[0].code).toBe('form-has-flaws')
  expect((await publish(new TextEncoder().encode('%PDF-1.7'), 0)).body.code).toBe('workbook-refused')
})

it('published twice at once it is one version; the same again is refused; a changed one is the next', async () => {
  const file = await posyanduForm()
  const both = await Promise.all([publish(file, 0), publish(file, 0)])
  expect(both.map(({ status }) => status).sort()).not.toEqual([412, 412])
  expect((await preview(file)).body).toMatchObject({ currentVersion: 1, unchanged: true })
  expect((await publish(file, 1)).body.errors[0].code).toBe('form-unchanged')
  expect((await publish(await longer(), 0)).body).toMatchObject({ code: 'revision-conflict', currentRevision: 1 })
  expect((await publish(await longer(), 1)).status).toBe(201)
  const versions = await Promise.all([1, 2].map((n) => coordinator.get(`/api/forms/data-posyandu/versions/${n}`)))
  const [first, second] = await Promise.all(versions.map((answer) => answer.json()))
  expect(second.fields.length).toBe(first.fields.length + 1)
  const { forms } = await (await coordinator.get('/api/forms')).json()
  expect(forms.map(({ id, version }: { id: string; version: number }) => `${id} ${version}`)).toEqual([
    'uji 1',
    'tanpa-nihil 1',
    'data-posyandu 1',
    'data-posyandu 2',
  ])
})

it('a code that the house has is named in the preview already', async () => {
  const [head = [], values = []] = settings
  const renamed = values.map((value, column) => (head[column] === 'form_id' ? 'uji' : value))
  const file = await posyanduForm({ settings: [head, renamed] })
  const { body } = await preview(file)
  expect(body).toMatchObject({ publishable: false, currentVersion: 0 })
  expect(body.flaws[0]).toMatchObject({ sheet: 'settings', column: 'form_id', code: 'form-id-taken' })
  expect((await publish(file, 0)).body.errors[0].code).toBe('id-taken')
})

it('the list says who published a version and when, and nothing of the kind for a form of the house', async () => {
  const { forms } = await (await coordinator.get('/api/forms')).json()
  expect(forms[0].published).toBeUndefined()
  expect(forms.at(-1).published).toMatchObject({ byName: 'Nama koordinator', at: at(11, '10:00').toISOString() })
})

it('the sample can be published as it is', async () => {
  const answer = await coordinator.get('/api/forms/drafts/sample')
  expect(answer.headers.get('content-disposition')).toContain('contoh-formulir.xlsx')
  const file = new Uint8Array(await answer.arrayBuffer())
  const { definition, flaws } = await createXlsForms().read(file, ['kelurahan'])
  expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
  expect(definition).toMatchObject({ id: 'contoh-posyandu', tables: [{ id: 'posyandu', minRows: 1 }] })
  expect((await (await world().as('op-perikanan')).get('/api/forms/drafts/sample')).status).toBe(403)
})

it('another region learns nothing of it and may use the id for a form of its own, but none of the house’s', async () => {
  const foreign = await world().signedIn('koordinator-asing')
  expect((await foreign.get('/api/forms/data-posyandu/versions/1')).status).toBe(404)
  expect((await publish(await longer(), 0, foreign)).status).toBe(201)
  expect((await (await foreign.get('/api/forms')).json()).forms).toHaveLength(3)
  const own = async (browser: Browser) => (await browser.get('/api/forms/data-posyandu/versions/1')).json()
  expect((await own(foreign)).fields.length).toBe((await own(coordinator)).fields.length + 1)
  const settings = [
    ['form_title', 'form_id'],
    ['Uji', 'uji'],
  ]
  expect((await publish(await posyanduForm({ settings }), 0)).body.errors[0].code).toBe('id-taken')
})

it('what a file does not say is answered beside it, and a list may come as a CSV', async () => {
  const file = await bookOf({
    survey: [
      ['type', 'name', 'label::Français'],
      ['select_one_from_file desa.csv', 'desa', 'Village'],
    ],
  })
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const csv = { name: 'desa.csv', file: base64(Buffer.from('name,label\nd1,Desa Satu\n')) }
  const sent = { file: base64(file), files: [csv] }
  const send = async (json: object) => (await coordinator.send('POST', '/api/forms/drafts', { json })).json()
  expect(await send(sent)).toMatchObject({ publishable: false, languages: ['français'] })
  const answered = { ...sent, formId: 'desa', title: 'Desa', languages: { id: 'français' } }
  expect(await send(answered)).toMatchObject({
    publishable: true,
    definition: {
      id: 'desa',
      title: { id: 'Desa' },
      fields: [{ label: { id: 'Village' }, choices: [{ value: 'd1' }] }],
    },
  })
  const published = await coordinator.send('POST', '/api/forms', { json: answered, headers: { 'if-match': '"0"' } })
  expect(published.status).toBe(201)
  expect((await coordinator.send('POST', '/api/forms/drafts', { json: { file: 'no base 64!' } })).status).toBe(400)
})

it('is assigned in a round and filled in by an agency', async () => {
  const { revisions } = await (await coordinator.get(`/api/rounds/${roundId}/revisions`)).json()
  const assignments = [...revisions[0].assignments, { agencyId: 'dinsos', formId: 'data-posyandu', formVersion: 2 }]
  const revised = await coordinator.send('PUT', `/api/rounds/${roundId}`, {
    json: { ...revisions[0], assignments },
    headers: { 'if-match': '"1"' },
  })
  expect(revised.status).toBe(200)
  const operator = await world().as('op-dinsos')
  const path = `/api/rounds/${roundId}/agencies/dinsos/forms/data-posyandu`
  const fields = { nomorSk: '12/SK/2026', adaKader: 'tidak' }
  const rows = { posyandu: [{ rowKey: 'R1', cells: { nama: 'Melati', balita: 5, pendek: 9, sangatPendek: 0 } }] }
  const headers = { 'if-match': '"0"', 'idempotency-key': 'posyandu-1' }
  const wrong = await operator.post(`${path}/submissions`, { answers: { fields: { nomorSk: '12' }, rows } }, headers)
  expect(wrong.status).toBe(422)
  rows.posyandu[0]!.cells.pendek = 1
  const sent = await operator.post(`${path}/submissions`, { answers: { fields, rows } }, headers)
  expect(await sent.json()).toMatchObject({ formId: 'data-posyandu', totals: { 'posyandu.balita': 5 } })
})

it('every version leaves as an XLSForm, for coordinators only, and comes back unchanged', async () => {
  const answer = await coordinator.get('/api/forms/data-posyandu/versions/1/xlsform')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('data-posyandu-v1.xlsx')
  const definition = await (await coordinator.get('/api/forms/data-posyandu/versions/1')).json()
  const { body } = await preview(new Uint8Array(await answer.arrayBuffer()))
  expect(body.flaws.filter(({ blocking }: { blocking: boolean }) => blocking)).toEqual([])
  expect({ ...body.definition, version: 1 }).toEqual(definition)
  expect((await coordinator.get('/api/forms/tidak-ada/versions/1/xlsform')).status).toBe(404)
  const operator = await world().as('op-perikanan')
  expect((await operator.get('/api/forms/data-posyandu/versions/1/xlsform')).status).toBe(403)
})

it('what a form doubts by its own rule is sent all the same, and is a finding until it is explained', async () => {
  const warned = await posyanduForm({
    survey: [
      [...columns, 'constraint_severity'],
      [
        ...row({
          type: 'integer',
          name: 'kader',
          constraint: '. <= 20',
          'constraint_message::Indonesia (id)': 'Jarang lebih dari 20.',
          'constraint_message::English (en)': 'Rarely more than 20.',
          'label::Indonesia (id)': 'Kader',
          'label::English (en)': 'Cadres',
        }),
        'warning',
      ],
    ],
  })
  const { body } = await preview(warned)
  const { definition } = body
  expect(definition.fields[0].rules.constraint.severity).toBe('warning')
  const agency = { id: 'kec-alak', name: { id: 'Kec. Alak', en: 'Kec. Alak' }, kind: 'kecamatan', sectors: [] } as never
  const draft = { agency, definition, revision: 1, nil: false, afterApproval: false }
  const context = {
    today: '2026-02-11',
    fiscalYear: 2026,
    references: {},
    settings: checkSettings({}),
    submissions: [],
    rules: ruleEngine,
  }
  const found = (kader: number) =>
    checkOneSubmission(context, { ...draft, answers: { fields: { kader }, rows: {} } }).map(
      ({ id, severity, message }) => [id, severity, message.id],
    )
  expect(found(20)).toEqual([])
  expect(found(21)).toEqual([['A34.kec-alak.data-posyandu.-', 'warning', 'Kader: Jarang lebih dari 20.']])
  const live = createChecker(context, draft)
  expect(live.check({ fields: { kader: 21 }, rows: {} }, []).map(({ id }) => id)).toEqual([
    'A34.kec-alak.data-posyandu.-',
  ])
  expect(live.check({ fields: { kader: 3 }, rows: {} }, [])).toEqual([])
  expect(
    validateAnswers(definition, { fields: { kader: 21 }, rows: {} }, { ...context, agencyId: 'kec-alak' }),
  ).toEqual([])
})
