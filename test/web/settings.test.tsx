/** What a coordinator types into a settings page survives every refusal, and is never written over somebody else's unseen. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { FormTrial } from '../../web/settings/form-trial.tsx'
import { RegionPage } from '../../web/settings/region-page.tsx'
import { RoundMatrix } from '../../web/settings/round-matrix.tsx'
import { agency, settings } from '../fixtures/region.ts'
import { round } from '../fixtures/round.ts'
import { until } from './fixtures/until.ts'

type Sent = { method: string; path: string; ifMatch: string | undefined; body: { helpPhone?: string } | undefined }
let sent: Sent[]
let puts: Response[]
let revision: number

beforeEach(() => {
  sent = []
  puts = []
  revision = 1
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>
    const body = init.body === undefined ? undefined : JSON.parse(String(init.body))
    sent.push({ method: init.method ?? '', path, ifMatch: headers['If-Match'], body })
    if (path === '/api/me') return problem(401, { code: 'not-signed-in' })
    if (init.method === 'PUT') return puts.shift() ?? new Response('{}')
    const revisions = [{ ...settings, revision, byName: 'Rina' }]
    return new Response(JSON.stringify({ revisions }), { headers: { ETag: `"${revision}"` } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const problem = (status: number, body: object) =>
  new Response(JSON.stringify({ title: '', errors: [], status, ...body }), { status })
const phone = () => screen.getByLabelText<HTMLInputElement>('Telepon bantuan')
async function open() {
  render(
    <LocationProvider>
      <RegionPage />
    </LocationProvider>,
  )
  await screen.findByLabelText('Telepon bantuan')
}
const type = (value: string) => fireEvent.input(phone(), { target: { value } })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Simpan' }))
const lastPut = () => sent.filter(({ method }) => method === 'PUT').at(-1)

it('a refusal stands beside its field and in a summary that leads there; what was typed stays', async () => {
  puts = [
    problem(422, {
      code: 'settings-invalid',
      detail: 'Ada 1 hal.',
      errors: [{ pointer: '/helpPhone', detail: 'Bagian ini wajib diisi.' }],
    }),
  ]
  await open()
  type(' ')
  save()
  await until(() => expect(phone().getAttribute('aria-invalid')).toBe('true'))
  expect(phone().value).toBe(' ')
  expect(document.getElementById(phone().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Bagian ini wajib diisi.',
  )
  fireEvent.click(screen.getByRole('link', { name: 'Bagian ini wajib diisi.' }))
  expect(document.activeElement).toBe(phone())
})

it('somebody else’s newer revision is shown; mine is saved over it only when I say so', async () => {
  puts = [problem(412, { code: 'revision-conflict', detail: 'Orang lain sudah menyimpan.' })]
  await open()
  type('0380-999')
  revision = 2
  save()
  await screen.findByText('Orang lain sudah menyimpan.')
  expect(lastPut()).toMatchObject({ ifMatch: '"1"' })
  fireEvent.click(await screen.findByRole('button', { name: /Simpan ketikan saya/ }))
  await screen.findByText('Tersimpan.')
  expect(lastPut()).toMatchObject({ ifMatch: '"2"', body: { helpPhone: '0380-999' } })
})

it('a tick in the matrix assigns the version of its column; "all" spares the coordinator', () => {
  const plan = round(['dinsos'], {}, ['uji'])
  const title = { id: 'Uji', en: 'Test' }
  const form = (version: number) => ({
    id: 'uji',
    version,
    title,
    shortTitle: title,
    description: title,
    nilAllowed: true,
    asksRows: true,
  })
  const change = vi.fn()
  const saving = {
    state: 'resting',
    failure: undefined,
    error: () => undefined,
    run: async () => true,
    rest: () => undefined,
  } as const
  render(
    <RoundMatrix
      plan={plan}
      saving={saving}
      change={change}
      agencies={[agency('dinsos'), agency('kec-alak'), agency('bappeda')]}
      forms={[form(1), form(2)]}
      columns={['uji']}
      addColumn={() => undefined}
    />,
  )
  fireEvent.click(screen.getByRole('checkbox', { name: 'Alak: Uji' }))
  const key = (agencyId: string, formVersion: number) => ({ agencyId, formId: 'uji', formVersion })
  expect(change).toHaveBeenLastCalledWith({ assignments: [key('dinsos', 1), key('kec-alak', 1)] })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Semua kecamatan' }))
  expect(change).toHaveBeenLastCalledWith({ assignments: [key('dinsos', 1), key('kec-alak', 1)] })
  fireEvent.change(screen.getByRole('combobox', { name: 'Versi: Uji' }), { target: { value: '2' } })
  expect(change).toHaveBeenLastCalledWith({ assignments: [key('dinsos', 2)] })
})

it('a column whose last tick was taken off stays, and an agency out of use stands in the table only where it has a tick', () => {
  const title = { id: 'Uji', en: 'Test' }
  const form = { id: 'uji', version: 1, title, shortTitle: title, description: title, nilAllowed: true, asksRows: true }
  const saving = { state: 'resting', failure: undefined, error: () => undefined, run: async () => true, rest: () => {} }
  const idle = { ...agency('kec-alak'), outOfUse: true }
  const part = { saving: saving as never, change: () => undefined, addColumn: () => undefined, forms: [form] }
  const shown = (assigned: string[], columns: string[]) => (
    <RoundMatrix {...part} plan={round(assigned, {}, ['uji'])} agencies={[agency('dinsos'), idle]} columns={columns} />
  )
  const { rerender } = render(shown(['kec-alak'], ['uji']))
  expect(screen.getByRole('checkbox', { name: 'Alak: Uji' })).toBeTruthy()
  rerender(shown([], []))
  expect(screen.getByRole('checkbox', { name: 'Dinsos: Uji' })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: 'Alak: Uji' })).toBeNull()
})

it('a drafted form is tried with the operators’ own components, and its conditions hold while nothing is saved', async () => {
  const words = (id: string) => ({ id, en: id })
  const definition: FormDefinition = {
    id: 'uji',
    version: 1,
    title: words('Uji'),
    shortTitle: words('Uji'),
    description: words('Uraian'),
    nilAllowed: false,
    fields: [
      { id: 'nama', type: 'text', label: words('Nama'), required: true, maxLength: 50 },
      {
        id: 'alasan',
        type: 'text',
        label: words('Alasan'),
        required: true,
        maxLength: 50,
        visibleWhen: { field: 'nama', given: true },
      },
    ],
    tables: [],
  }
  render(<FormTrial definition={definition} />)
  expect(screen.queryByLabelText('Alasan')).toBeNull()
  fireEvent.input(screen.getByLabelText('Nama'), { target: { value: 'Melati' } })
  await screen.findByLabelText('Alasan')
  expect(sent.map(({ method }) => method)).not.toContain('PUT')
})
