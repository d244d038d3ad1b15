/** The checked file is the office's own: what is not told about stays to the byte, and notes of an earlier check go. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { definition } from './model/office.ts'
import { packZip } from './pack-zip.ts'
import { blank, subjectOf, workbooks } from './subject.ts'

const subject = subjectOf(blank, { definition })
const partsOf = (file: Uint8Array) => {
  const zip = readZip(Buffer.from(file))
  return new Map(zip.names.map((name) => [name, zip.part(name)?.toString('utf8') ?? '']))
}

/** A book of an office: a note, a filter, a frozen head, a name, a print set-up, a second sheet, and parts that nobody knows. */
async function office(pagu: string | number): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: [
      {
        name: 'Anggaran',
        rows: [
          ['Kode', 'Nama', 'Pagu'],
          ['K1', 'Satu', pagu],
          ['K2', 'Dua', 7],
        ],
        cells: new Map([['1,1', { comment: { author: 'Bu Ani', text: 'Sudah dicek Bu Ani' } }]]),
        autoFilter: { range: 'A1:C3' },
        freezePane: { rows: 1, columns: 0 },
        pageSetup: { orientation: 'landscape', paperSize: 'a4' },
      },
      { name: 'Catatan kami', rows: [['Rahasia dapur']] },
    ],
    namedRanges: [{ name: 'Pagu', range: 'Anggaran!$C$2:$C$3' }],
  })
  const parts = [...partsOf(written)].map(([name, data]) => ({ name, data }))
  return packZip([
    ...parts,
    { name: 'customXml/item1.xml', data: '<milik kantor="ya"/>' },
    { name: 'xl/media/image1.png', data: 'gambar' },
  ])
}

it('keeps names, filters, print set-up, the office’s own notes and all parts that it does not own', async () => {
  const file = await office('seribu')
  const noted = await workbooks.annotate(subject, file)
  const [before, after] = [partsOf(file), partsOf(noted)]
  for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet2.xml', 'customXml/item1.xml', 'xl/media/image1.png']) {
    expect(after.get(name)).toBe(before.get(name))
  }
  const sheet = after.get('xl/worksheets/sheet1.xml') ?? ''
  for (const kept of ['<autoFilter', '<pageSetup', '<pane']) {
    expect(before.get('xl/worksheets/sheet1.xml')).toContain(kept)
    expect(sheet).toContain(kept)
  }
  const { sheets } = await readXlsx(noted)
  expect(sheets[0]?.cells?.get('1,1')?.comment?.text).toContain('Sudah dicek Bu Ani')
  expect(sheets[0]?.cells?.get('1,2')?.comment?.text).toContain('seribu')
  expect(sheets[0]?.rows[0]?.at(-1)).toBe('Catatan pemeriksaan')
  expect(String(sheets[0]?.rows[1]?.at(-1))).toContain('C2:')
})

it('corrected and checked again has none of the earlier notes, and still the office’s', async () => {
  const noted = await workbooks.annotate(subject, await office('seribu'))
  const parts = [...partsOf(noted)].map(([name, data]) => ({
    name,
    data:
      name === 'xl/worksheets/sheet1.xml' || name === 'xl/sharedStrings.xml'
        ? data.replaceAll('>seribu<', '>1000<')
        : data,
  }))
  const again = await workbooks.annotate(subject, packZip(parts))
  const { sheets } = await readXlsx(again)
  expect(sheets[0]?.cells?.get('1,1')?.comment?.text).toContain('Sudah dicek Bu Ani')
  expect(sheets[0]?.cells?.get('1,2')?.comment).toBeUndefined()
  expect(sheets[0]?.rows[0]?.filter((cell) => cell === 'Catatan pemeriksaan')).toHaveLength(1)
  expect(String(sheets[0]?.rows[1]?.[3] ?? '')).not.toContain('seribu')
})
