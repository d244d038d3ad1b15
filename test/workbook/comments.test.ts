/** Returned work goes out with what the reviewer said: on its cells and as a list; and it comes back as if nothing stood there. */
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { definition } from './model/office.ts'
import { now, subjectOf, workbooks } from './subject.ts'

const answers = {
  fields: {},
  rows: {
    baris: [
      { rowKey: 'R1', cells: { kode: 'K1', nama: 'Satu', pagu: 5 } },
      { rowKey: 'R2', cells: { kode: 'K2', nama: 'Dua', pagu: 7 } },
    ],
  },
}

it('carries the comments of a return, and none of them comes back as an answer', async () => {
  const comments = [
    { pointer: '/rows/baris/R2/pagu', text: 'Pagu berbeda dari DPA & RKA <2026>.' },
    { pointer: '/rows/baris/R2/pagu', text: 'Lampirkan bukti.' },
    { pointer: '', text: 'Lengkapi semua baris.' },
  ]
  const subject = subjectOf(answers, { definition, comments })
  const file = await workbooks.template(now, subject)
  const { sheets } = await readXlsx(file)
  const table = sheets.find(({ name }) => name === 'Anggaran')
  expect(table?.cells?.get('2,2')?.comment?.text).toBe('Pagu berbeda dari DPA & RKA <2026>.\nLampirkan bukti.')
  expect(sheets.find(({ name }) => name === 'Catatan peninjau')?.rows.slice(1)).toEqual([
    ['Anggaran', 'C3', 'Pagu berbeda dari DPA & RKA <2026>.'],
    ['Anggaran', 'C3', 'Lampirkan bukti.'],
    ['', '', 'Lengkapi semua baris.'],
  ])
  const { counts, notices } = await workbooks.preview(subject, file)
  expect(counts).toMatchObject({ added: 0, changed: 0, removed: 0, asks: 0, wrong: 0 })
  expect(notices).toEqual([])
})
