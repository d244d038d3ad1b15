/** A13, A15 to A24 over HTTP: of coverage and of the whole city. People put data in, see the finding, mend it, and it is solved. */
import { expect, it } from 'vitest'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import type { Finding } from '../../functions/schema/round.ts'
import { kotaKupang, referenceLists } from '../../local/seed/kota-kupang/kota-kupang.ts'
import { completeAnswers, tagging } from '../journeys/agency-work.ts'
import { changed, roundOf2026, row, tagged, useKupang } from './kupang.ts'

const kupang = useKupang('coverage-checks')
const coverage = 'monev-cakupan-layanan'
const groups = 'data-sasaran'
const support = 'data-pendukung'
const district = 'kec-kota-lama'
let shift = 0

/** Figures that no rule minds: each differs from every other, and from those of the call before. */
function covered(change: (cells: Cells, index: number) => Cells = (cells) => cells, periode = '2025-S2'): Answers {
  shift += 1
  const answers = changed(district, coverage, 'cakupan', (cells, index) => {
    const reversed = ['ind-12', 'ind-13'].includes(String(cells.indikator))
    const figures = { pembilang: (reversed ? 100 : 500) + ((index * 7) % 90), penyebut: 1_000 + index }
    return change({ ...cells, ...figures, catatan: 'Diperiksa dengan puskesmas.' }, index)
  })
  return { ...answers, fields: { ...answers.fields, periode, picNama: `Operator ${shift}` } }
}

async function warnsUntilMended(rule: string, change: (cells: Cells, index: number) => Cells): Promise<void> {
  await kupang().sends(district, coverage, covered(change))
  expect((await kupang().findings(rule, district)).length, rule).toBeGreaterThan(0)
  await kupang().sends(district, coverage, covered())
  expect(await kupang().findings(rule, district)).toEqual([])
}
const first = (more: Cells) => (cells: Cells, index: number) => (index === 0 ? { ...cells, ...more } : cells)

it('A16: more than all were served: refused without a note, and warned of with one', async () => {
  const bare = covered(first({ pembilang: 1_200, catatan: '' }))
  expect((await kupang().refused(district, coverage, bare)).join()).toContain('catatan')
  await warnsUntilMended('A16', first({ pembilang: 1_200 }))
})

it('A17: somebody was served of an empty group', async () => {
  const empty = covered(first({ pembilang: 4, penyebut: 0 }))
  expect((await kupang().refused(district, coverage, empty)).join()).toContain('penyebut')
  await kupang().sends(district, coverage, covered())
})

it('A20: mostly zeros', () => warnsUntilMended('A20', (cells) => ({ ...cells, pembilang: 0 })))

it('A21: a reversed indicator that is high', () =>
  warnsUntilMended('A21', (cells) => (cells.indikator === 'ind-12' ? { ...cells, pembilang: 900 } : cells)))

it('A18: a denominator that is not what the agency counted', async () => {
  const counted = (catin: (index: number) => number) =>
    changed(district, groups, 'sasaran', (cells, index) => ({ ...cells, catin: catin(index) }))
  const header = { fields: { ...completeAnswers(district, groups).fields, periode: '2025-S2' } }
  await kupang().sends(district, groups, { ...counted(() => 77), ...header })
  expect((await kupang().findings('A18', district)).length).toBeGreaterThan(0)
  const own = counted(() => 77).rows.sasaran ?? []
  const equal = covered((cells) => {
    const group = own.find(({ cells: each }) => each.kelurahan === cells.kelurahan)?.cells
    const field = {
      'ind-01': 'remajaPutri',
      'ind-02': 'remajaPutri',
      'ind-03': 'catin',
      'ind-11': 'ibuHamil',
      'ind-17': 'balita',
      'ind-24': 'krs',
      'ind-26': 'jumlahKeluarga',
      'ind-27': 'jumlahKeluarga',
    }[String(cells.indikator)]
    const whole = field === undefined ? undefined : Number(group?.[field])
    return whole === undefined ? cells : { ...cells, pembilang: Math.floor(whole / 2), penyebut: whole }
  })
  await kupang().sends(district, coverage, equal)
  expect(await kupang().findings('A18', district)).toEqual([])
})

it('A19: figures of one kelurahan stand at another', () =>
  warnsUntilMended('A19', (cells, index) => ({
    ...cells,
    pembilang: 500 + (((index % 29) * 7) % 90),
    penyebut: 1_000,
  })))

it('A19: against the semester before, also where a later round asks for the older one', async () => {
  const { region, ...seed } = { region: 'kota-kupang', ...kotaKupang({ at: '2026-02-10T01:00:00.000Z', by: 'system' }) }
  const other = { ...seed.round, id: 'semester-1', opensOn: '2026-02-10', opensAtTime: '08:30' }
  await kupang().world.deps.rounds.insertRound(region, other)
  const same = covered()
  await kupang().sends(district, coverage, same)
  const older = { ...same, fields: { ...same.fields, periode: '2025-S1' } }
  await kupang().sends(district, coverage, older, 'semester-1')
  const copies = (findings: readonly Finding[]) => findings.filter(({ rowKey }) => rowKey === 'periode')
  const found = copies(await kupang().findings('A19', district))
  expect(found.map(({ message }) => message.id)).toEqual([expect.stringContaining('Semester I 2025')])
  // The older semester is not blamed for what came after it.
  const answer = await (await kupang().coordinator()).get('/api/rounds/semester-1/findings')
  const { findings } = (await answer.json()) as { findings: Finding[] }
  expect(copies(findings).filter(({ rule }) => rule === 'A19')).toEqual([])
  await kupang().sends(
    district,
    coverage,
    covered((cells, index) => ({ ...cells, penyebut: 1_400 + 2 * index })),
  )
  expect(copies(await kupang().findings('A19', district))).toEqual([])
})

it('A22: more are to be reached than live there', async () => {
  const few = changed(district, groups, 'sasaran', (cells) => ({ ...cells, krs: 10 }))
  await kupang().sends(district, groups, few)
  const place = String(few.rows.sasaran?.[0]?.cells.kelurahan)
  await kupang().sends('dinsos', tagging, tagged('dinsos', [row({ lokasi: [place], jumlahSasaran: 11 })]))
  expect(await kupang().findings('A22', 'dinsos')).toHaveLength(1)
  await kupang().sends('dinsos', tagging, tagged('dinsos', [row({ lokasi: [place], jumlahSasaran: 10 })]))
  expect(await kupang().findings('A22', 'dinsos')).toEqual([])
})

it('A23: two agencies report one item differently, once the list says that it is one', async () => {
  const report = (agencyId: string, nilai: number) =>
    changed(agencyId, support, 'pendukung', (cells) => ({ ...cells, tahun: '2025', kelurahan: [], nilai }))
  await kupang().sends('dinsos', support, report('dinsos', 900))
  await kupang().sends('dukcapil', support, report('dukcapil', 880))
  expect(await kupang().findings('A23')).toEqual([])
  await kupang().load(support, 'Kode;Nama;item\ndinsos-pbi-apbn;PBI JK;sama\ndukcapil-kia;Anak memiliki KIA;sama')
  expect((await kupang().findings('A23')).map(({ agencyId }) => agencyId).sort()).toEqual(['dinsos', 'dukcapil'])
  await kupang().sends('dukcapil', support, report('dukcapil', 900))
  expect(await kupang().findings('A23')).toEqual([])
})

it('A15: the sum of the rows is not what the agency declared', async () => {
  await kupang().load('total-penandaan', 'Kode;Nama;total\ndinsos;Dinas Sosial;1600000000')
  expect(await kupang().findings('A15', 'dinsos')).toHaveLength(1)
  const all = row({ paguDitandai: 1_600_000_000, jumlahSasaran: 5 })
  await kupang().sends('dinsos', tagging, tagged('dinsos', [all]))
  expect(await kupang().findings('A15', 'dinsos')).toEqual([])
})

it('A24: a kelurahan that is left out is refused; a priority site that nobody tags for is found', async () => {
  const whole = completeAnswers(district, groups)
  const short = { ...whole, rows: { sasaran: (whole.rows.sasaran ?? []).slice(1) } }
  expect((await kupang().refused(district, groups, short)).join()).toContain('fixed-row-missing')
  kupang().at(14)
  const site = (referenceLists.kelurahan ?? []).find(({ value }) => value === '53.71.04.1001')
  const rows = (referenceLists.kelurahan ?? []).map(({ value, label, scope = [] }) => {
    const agency = kotaKupang({ at: '', by: '' }).agencies.find(({ id }) => id === scope[0])
    return `${value};${label.id};${agency?.name.id ?? ''};${value === site?.value ? 'ya' : ''}`
  })
  await kupang().load('kelurahan', ['Kode;Nama;Hanya untuk perangkat daerah;lokus', ...rows].join('\n'))
  const found = await kupang().findings('A24')
  expect(found.map(({ agencyId, message }) => [agencyId, message.id])).toEqual([
    ['bappeda', expect.stringContaining(site?.label.id ?? '-')],
  ])
  const there = row({ lokasi: ['53.71.04.1001'], paguDitandai: 1_600_000_000, jumlahSasaran: 5 })
  await kupang().sends('dinsos', tagging, tagged('dinsos', [there]))
  expect(await kupang().findings('A24')).toEqual([])
})

it('A13 and A15 of the whole city: seen, explained or set aside by a coordinator with a name, and solved by data', async () => {
  const [bare] = await kupang().findings('A13')
  const coordinator = await kupang().coordinator()
  const path = (id: string) => `/api/rounds/${roundOf2026}/findings/${id}/explanation`
  const operator = await kupang().person('dinsos-operator')
  expect((await operator.post(path(bare?.id ?? ''), { text: 'Bukan urusan kami.' })).status).toBe(403)
  const said = await coordinator.post(path(bare?.id ?? ''), { text: 'Dibahas pada Rembuk Stunting.', setAside: true })
  expect(said.status).toBe(200)
  const [aside] = await kupang().findings('A13')
  expect(aside).toMatchObject({
    state: 'explained',
    explanation: { text: 'Dibahas pada Rembuk Stunting.', setAside: true, byName: 'Koordinator Bappeda' },
  })
  const all = (referenceLists['indikator-layanan'] ?? []).map(({ value }) => value)
  const rich = {
    paguSubKegiatan: 200_000_000_000,
    paguDitandai: 190_000_000_000,
    belanjaLangsungSasaran: 150_000_000_000,
  }
  const send = (more: Cells) =>
    kupang().sends('dinsos', tagging, tagged('dinsos', [row({ ...more, indikatorLayanan: all })]))
  await send(rich)
  expect(await kupang().findings('A13')).toEqual([])
  const [large] = await kupang().findings('A15', 'bappeda')
  expect(large?.state).toBe('open')
  expect((await coordinator.post(path(large?.id ?? ''), { text: 'Termasuk pembangunan SPAM.' })).status).toBe(200)
  expect((await kupang().findings('A15', 'bappeda'))[0]?.explanation?.basis?.amounts).toEqual([190_000_000_000])
  await send({})
  expect(await kupang().findings('A15', 'bappeda')).toEqual([])
  expect((await coordinator.post(path(large?.id ?? ''), { text: 'Sudah selesai, terlambat.' })).status).toBe(404)
})
