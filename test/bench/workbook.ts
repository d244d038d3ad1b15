/**
 * How long a workbook takes on this machine, and how much memory: `npm run bench:workbook`. The tagging form with rows as real
 * papers have them, every tenth wrong; written, read, compared, judged, and given back with notes. Fails above the promises: 1,000
 * rows checked in 3 s, 10,000 rows in 300 MB.
 */

import type { WorkbookSubject } from '../../functions/domain/workbook/workbooks.ts'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import type { Cells } from '../../functions/schema/answers.ts'
import { createWorkbooks } from '../../functions/workbook/create-workbooks.ts'
import { createWorkerChecks } from '../../functions/workbook/upload/check-in-worker.ts'
import { contextOf } from '../schema/sound-answers.ts'

const workbooks = createWorkbooks(createWorkerChecks({ megabytes: 256, seconds: 10 }))
const now = new Date('2026-02-11T02:00:00Z')
const tagging = formDefinitions().find(({ id }) => id === 'aksi3a-penandaan-anggaran')
if (tagging === undefined) throw new Error('the tagging form is missing')
const definition = { ...tagging, tables: tagging.tables.map((table) => ({ ...table, maxRows: 10_000 })) }

function cellsOf(index: number): Cells {
  return {
    kodeSubKegiatan: `1.02.02.2.02.${String(index % 9_999).padStart(4, '0')}`,
    namaSubKegiatan: `Pengelolaan pelayanan kesehatan ibu hamil dan balita nomor ${index}`,
    indikatorSubKegiatan: `Jumlah ibu hamil yang mendapatkan pelayanan sesuai standar di kelurahan ${index}`,
    targetVolume: 100 + index,
    satuan: 'Orang',
    sumberDana: index % 10 === 0 ? 'Dana yang tidak ada' : 'DAU',
    paguSubKegiatan: 150_000_000 + index,
    paguDitandai: 100_000_000 + index,
    belanjaLangsungSasaran: 50_000_000,
    jumlahSasaran: 120,
    keterangan: `Catatan baris ${index}: dilaksanakan bersama puskesmas setempat`,
  }
}

function subjectOf(rows: number): WorkbookSubject {
  const given = Array.from({ length: rows }, (_, index) => ({ rowKey: `R${index}`, cells: cellsOf(index) }))
  return {
    stamp: { region: 'kota-kupang', agencyId: 'dinsos', round: '3a-2026-2' },
    definition,
    answers: { fields: {}, rows: { [definition.tables[0]?.id ?? '']: given } },
    context: contextOf('dinsos'),
    language: 'id',
    heading: 'Dinas Sosial',
  }
}

async function measure<T>(run: () => Promise<T>): Promise<[T, number]> {
  const before = performance.now()
  const result = await run()
  return [result, performance.now() - before]
}

const failures: string[] = []
for (const rows of [100, 1_000, 10_000]) {
  const subject = subjectOf(rows)
  const [file, writing] = await measure(() => workbooks.template(now, subject))
  const start = { ...subject, answers: { fields: {}, rows: {} }, stamp: { ...subject.stamp, round: 'baru' } }
  const [preview, checking] = await measure(() => workbooks.preview(start, file))
  const [, noting] = await measure(() => workbooks.annotate(start, file))
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const { added, wrong, blank } = preview.counts
  process.stdout.write(
    `${rows} rows, ${(file.length / 1e6).toFixed(2)} MB: written in ${Math.round(writing)} ms, checked in ${Math.round(checking)} ms (${added} new, ${wrong} wrong, ${blank} blank), noted in ${Math.round(noting)} ms; peak ${megabytes} MB, answer ${(JSON.stringify(preview).length / 1e6).toFixed(1)} MB\n`,
  )
  if (rows === 1_000 && checking > 3_000) failures.push('1,000 rows took more than 3 s')
}
if (failures.length > 0) throw new Error(failures.join('; '))
