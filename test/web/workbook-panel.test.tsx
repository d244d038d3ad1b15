/** Filling in by workbook: nothing changes before the person confirms, then exactly what the preview said; and back again. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Refused } from '../../functions/domain/refusal.ts'
import type { WorkbookSubject } from '../../functions/domain/workbook/workbooks.ts'
import { maxSentBytes, maxWorkbookBytes } from '../../functions/schema/workbook-limits.ts'
import { createWorkbooks } from '../../functions/workbook/create-workbooks.ts'
import { packFile } from '../../web/form/workbook/pack-file.ts'
import { WorkbookPanel } from '../../web/form/workbook/workbook-panel.tsx'
import { definition, openForm, playServer, references, work } from './fixtures/opened-form.tsx'
import { until } from './fixtures/until.ts'

const start = {
  fields: {},
  rows: {
    baris: [
      { rowKey: 'R1', cells: { kode: 'A1', uraian: 'Satu', pagu: 1_000 } },
      { rowKey: 'R2', cells: { kode: 'B2', uraian: 'Dua', pagu: 2_000 } },
    ],
  },
}
const workbooks = createWorkbooks()
const now = new Date('2026-02-10T01:00:00Z')
let server: ReturnType<typeof playServer>
let uploads: number

/** The real room of workbooks answers, over what the played server keeps. */
function subject(): WorkbookSubject {
  return {
    stamp: { region: 'kota-kupang', agencyId: work.agency, round: work.round },
    definition,
    answers: server.draft().answers,
    context: { today: '2026-02-10', agencyId: work.agency, fiscalYear: 2026, references },
    language: 'id',
    heading: 'Dinas Sosial',
  }
}

async function answerWorkbook(init: RequestInit): Promise<Response> {
  if (init.method === 'GET') return new Response(Uint8Array.from(await workbooks.template(now, subject())))
  uploads += 1
  const file = new Uint8Array(await (init.body as Blob).arrayBuffer())
  try {
    return new Response(JSON.stringify(await workbooks.preview(subject(), file)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const problem = {
      code: 'workbook-refused',
      status: 422,
      title: 'Berkas tidak dapat dibaca',
      detail: 'Bukan buku kerja.',
    }
    return new Response(JSON.stringify(problem), { status: 422 })
  }
}

beforeEach(() => {
  server = playServer(start)
  uploads = 0
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    path.endsWith('/workbook') ? answerWorkbook(init) : server.fetch(path, init),
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openPanel() {
  const opened = await openForm()
  opened.show(<WorkbookPanel work={work} session={opened.session} />)
  return opened
}

/** The template of this moment with its rows replaced; a row's key stands in its last column. */
async function filled(change: (rows: unknown[][]) => void): Promise<File> {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(await workbooks.template(now, subject()))
  const rows = sheets.find(({ name }) => name === 'Anggaran')?.rows
  change(rows as unknown[][])
  const plain = sheets.map(({ name, rows: cells, hidden }) => ({ name, rows: cells, hidden: hidden === true }))
  return new File([Uint8Array.from(await writeXlsx({ sheets: plain }))], 'anggaran.xlsx')
}

function choose(file: File): void {
  fireEvent.change(screen.getByLabelText('Pilih berkas'), { target: { files: [file] } })
}

const edited = () =>
  filled((rows) => {
    const [, first = [], , third = []] = rows
    first[2] = 1_500
    rows.splice(2, 1)
    Object.assign(third, ['A1', null, 'tiga ribu'])
  })

describe('an upload', () => {
  it('changes nothing before it is confirmed, and then only what the preview named', async () => {
    const { model } = await openPanel()
    choose(await edited())
    await screen.findByText(/Hasil pemeriksaan: anggaran.xlsx/)
    const counts = [...document.querySelectorAll('.workbook-counts li')].map((each) => each.textContent?.trim())
    expect(counts).toEqual([
      '1 baris baru',
      '1 baris berubah',
      '1 baris dihapus',
      '1 sel salah',
      expect.stringContaining('kosong'),
    ])
    expect(screen.getByText(/Pagu: "tiga ribu"/)).toBeTruthy()
    expect(model.answers.value).toEqual(start)
    fireEvent.click(screen.getByRole('button', { name: 'Masukkan ke draf' }))
    const rows = model.answers.value.rows.baris ?? []
    expect(rows[0]).toEqual({ rowKey: 'R1', cells: { kode: 'A1', uraian: 'Satu', pagu: 1_500 } })
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([{ kode: 'A1', uraian: 'Uraian A', pagu: 'tiga ribu' }])
    await until(() => expect(server.draft().answers.rows.baris).toHaveLength(2))
  })

  it('keeps rows that the file lacks when the person wants them kept', async () => {
    const { model } = await openPanel()
    choose(await edited())
    fireEvent.click(await screen.findByLabelText(/Hapus 1 baris/))
    fireEvent.click(screen.getByRole('button', { name: 'Masukkan ke draf' }))
    expect((model.answers.value.rows.baris ?? []).map(({ rowKey }) => rowKey)).toContain('R2')
  })

  it('can be taken back in one step', async () => {
    const { model } = await openPanel()
    choose(await edited())
    fireEvent.click(await screen.findByRole('button', { name: 'Masukkan ke draf' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Urungkan' }))
    expect(model.answers.value).toEqual(start)
  })

  it('of the same file again says that there is nothing to put in', async () => {
    await openPanel()
    const file = await edited()
    choose(file)
    fireEvent.click(await screen.findByRole('button', { name: 'Masukkan ke draf' }))
    await screen.findByText(/Sudah masuk ke draf/)
    await until(() => expect(server.draft().answers.rows.baris).toHaveLength(2))
    choose(file)
    expect(await screen.findByText(/Tidak ada yang perlu dimasukkan/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Masukkan ke draf' })).toBeNull()
  })

  it('that is refused says why, in the server’s words', async () => {
    const { model } = await openPanel()
    choose(new File(['<html></html>'], 'data.xls'))
    expect(await screen.findByText('Bukan buku kerja.')).toBeTruthy()
    expect(model.answers.value).toEqual(start)
  })

  it('of more than ten megabytes is refused before anything is sent', async () => {
    await openPanel()
    choose(new File([new Uint8Array(maxWorkbookBytes + 1)], 'besar.csv'))
    expect(await screen.findByText(/lebih dari 10 MB/)).toBeTruthy()
    expect(uploads).toBe(0)
  })
})

describe('a file too large for one request', () => {
  it('is sent without its pictures, and still says the same', async () => {
    const noise = new Uint8Array(maxSentBytes).map((_, index) => (index * 2_654_435_761) >>> ((index % 23) + 3))
    const image = { data: noise, type: 'png', anchor: { from: { row: 0, col: 5 } } } as const
    const rows = [
      ['Kode', 'Uraian', 'Pagu', 'Jumlah'],
      ['A1', 'Satu', 5, 1],
    ]
    const large = new Blob([
      Uint8Array.from(await writeXlsx({ sheets: [{ name: 'Anggaran', rows, images: [image] }] })),
    ])
    expect(large.size).toBeGreaterThan(maxSentBytes / 4)
    const packed = await packFile(large)
    expect(packed?.size).toBeLessThan(100_000)
    const preview = await workbooks.preview(subject(), new Uint8Array(await (packed as Blob).arrayBuffer()))
    expect(preview.counts).toMatchObject({ rows: 1 })
  })

  it('is compressed where it is text, and given back where nothing helps', async () => {
    const line = 'A1;Uraian yang panjang;5;1\n'
    const text = new Blob([`Kode;Uraian;Pagu;Jumlah\n${line.repeat(200_000)}`])
    const packed = await packFile(text)
    expect(packed?.size).toBeLessThan(maxSentBytes)
    const bytes = new Uint8Array(await (packed as Blob).arrayBuffer())
    await expect(workbooks.preview(subject(), bytes)).rejects.toMatchObject({ refusal: { reason: 'too-many-rows' } })
    const noise = crypto.getRandomValues.bind(crypto)
    const parts = Array.from({ length: 80 }, () => noise(new Uint8Array(65_536)))
    expect(await packFile(new Blob(parts))).toBeUndefined()
  })
})
