/** People by workbook on their page: what is wrong is shown by cell, and nothing is saved before the coordinator says so. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { peopleForm } from '../../functions/domain/workbook/directory-form.ts'
import { personRow } from '../../functions/domain/workbook/directory-rows.ts'
import type { AnswerError, Answers } from '../../functions/schema/answers.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { createWorkbooks } from '../../functions/workbook/create-workbooks.ts'
import type { Directory } from '../../web/api/settings.ts'
import { PeopleChanges } from '../../web/settings/people-changes.tsx'
import { PeoplePage } from '../../web/settings/people-page.tsx'
import { agency, person } from '../fixtures/region.ts'
import { until } from './fixtures/until.ts'

const workbooks = createWorkbooks()
const agencies = [agency('dinsos')]
const standing = [person('op-dinsos', ['dinsos'])]
const head = 'Kode;Nama;Jabatan;Alamat surel;Peran;Perangkat daerah;Bahasa'
let sent: string[]
/** What the server finds wrong besides the form's own rules. */
let judge: (after: Answers) => Promise<AnswerError[]>
let answers: Response[]

/** The real room of workbooks answers, over what stands. */
const preview = (bytes: Uint8Array) =>
  workbooks.preview(
    {
      stamp: { region: 'kota-kupang', agencyId: 'direktori', round: 'people' },
      definition: peopleForm(agencies),
      answers: { fields: {}, rows: { orang: standing.map(personRow) } },
      context: { today: '2026-02-10', agencyId: 'direktori', fiscalYear: 2026, references: {} },
      language: 'id',
      heading: 'Kota Kupang',
      judge,
    },
    bytes,
  )

beforeEach(() => {
  sent = []
  answers = []
  judge = async () => []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push(`${init.method} ${path}`)
    if (path === '/api/directory') {
      return Response.json({ agencies, people: standing.map((each) => ({ ...each, mailbox: null })) })
    }
    const given = path.endsWith('?confirm=true') ? answers.shift() : undefined
    const bytes = new Uint8Array(await (init.body as Blob).arrayBuffer())
    return given ?? Response.json(await preview(bytes))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function choose(...lines: string[]): Promise<void> {
  render(
    <LocationProvider>
      <PeoplePage />
    </LocationProvider>,
  )
  const door = (await screen.findByText('Ubah banyak sekaligus dengan Excel')).closest('details')
  fireEvent(door as Element, new Event('toggle'))
  const file = new File([[head, ...lines].join('\n')], 'orang.csv')
  fireEvent.change(await screen.findByLabelText('Unggah: Orang'), { target: { files: [file] } })
  await screen.findByRole('heading', { name: 'Orang: orang.csv' })
}
const confirmButton = () => screen.queryByRole('button', { name: 'Simpan perubahan ini' })
const confirmed = () => sent.filter((each) => each.endsWith('?confirm=true'))
const fresh = 'op-baru;Yohana;Operator;yohana@dinsos.example;Operator;dinsos;Indonesia'

it('a wrong cell is named, and such a file cannot be saved', async () => {
  await choose('op-baru;Yohana;Operator;yohana@dinsos.example;Raja;dinsos;Indonesia')
  expect(screen.getByRole('row', { name: /E2.*Raja/ })).toBeTruthy()
  expect(confirmButton()).toBeNull()
  expect(confirmed()).toEqual([])
})

it('is saved with the same file after the coordinator has seen it, and the list is read again', async () => {
  await choose(fresh)
  expect(screen.getByText('baris baru').textContent).toContain('1')
  expect(confirmed()).toEqual([])
  fireEvent.click(confirmButton() as Element)
  expect((await screen.findByRole('alert')).textContent).toContain('perubahan sudah disimpan')
  expect(confirmed()).toEqual(['POST /api/directory/workbooks/people?confirm=true'])
  await until(() => expect(sent.filter((each) => each === 'GET /api/directory')).toHaveLength(2))
})

it('what became wrong since it was looked at is shown by cell, and nothing is lost', async () => {
  await choose(fresh)
  const problem = { status: 422, code: 'answers-invalid', title: '', detail: 'Ada 1 isian yang perlu diperbaiki.' }
  answers = [new Response(JSON.stringify(problem), { status: 422 })]
  judge = async ({ rows }) => [
    {
      pointer: `/rows/orang/${rows.orang?.at(-1)?.rowKey}/surel`,
      code: 'address-taken',
      message: { id: 'Alamat sudah dipakai orang lain.', en: 'Taken.' },
    },
  ]
  fireEvent.click(confirmButton() as Element)
  expect(await screen.findByRole('row', { name: /D2.*sudah dipakai/ })).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('perlu diperbaiki')
  expect(confirmButton()).toBeNull()
})

it('a file that says what stands already offers nothing to save', async () => {
  const [{ name, title, email } = person('op-dinsos', ['dinsos'])] = standing
  await choose(`op-dinsos;${name};${title};${email};Operator;dinsos;Indonesia`)
  expect(screen.getByText('Isi berkas ini sama dengan yang berlaku sekarang.')).toBeTruthy()
  expect(confirmButton()).toBeNull()
})

it('shows by name what would change, and first who becomes coordinator and whose address is taken over', () => {
  const [{ email }] = standing as [(typeof standing)[0]]
  const table = {
    tableId: 'orang',
    added: [{ rowKey: 'op-baru', cells: { kode: 'op-baru', nama: 'Yohana', surel: email, peran: 'operator' } }],
    changed: [{ rowKey: 'op-dinsos', cells: { surel: 'maria@dinsos.example', peran: 'coordinator', telepon: null } }],
    removed: [],
  }
  const found = { tables: [table], asks: [], fields: {}, headerSheet: null } as unknown as WorkbookPreview
  const people = standing.map((each) => ({ ...each, phone: '0380 1', mailbox: null }))
  render(<PeopleChanges preview={found} directory={{ agencies, people } as unknown as Directory} />)
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Yohana.*Orang baru.*Memakai alamat milik Nama op-dinsos/),
    expect.stringMatching(/^Nama op-dinsos.*Menjadi koordinator/),
  ])
  const lines = screen.getAllByRole('row').map((row) => Array.from(row.querySelectorAll('td'), (td) => td.textContent))
  expect(lines).toEqual(
    expect.arrayContaining([
      ['Peran', 'Operator', 'Koordinator'],
      ['Alamat surel', email, 'maria@dinsos.example'],
      [expect.stringContaining('elepon'), '0380 1', '–'],
    ]),
  )
})
