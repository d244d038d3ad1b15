/** Budgets out of SIPD over HTTP: loaded once and never changed, cut by agency, compared with what is tagged (A28 to A33). */
import { expect, it } from 'vitest'
import { loadAgencyBudgets } from '../../functions/domain/budgets/agency-budgets.ts'
import type { BudgetReportView, ToldBudget } from '../../functions/http/budgets.ts'
import type { OwnBudgets } from '../../functions/schema/sipd/agency-budget.ts'
import { readSipd } from '../../functions/workbook/sipd/read-sipd.ts'
import { tagging, workPath } from '../journeys/agency-work.ts'
import { type Line, realisasi, rekap, xlsx } from '../workbook/sipd/sample-files.ts'
import type { Browser } from './browser.ts'
import { row, tagged, useKupang } from './kupang.ts'

const kupang = useKupang('budgets')
const social = '1.06.05.2.02.0006'
const elderly = '1.06.02.2.01.0001'
const ofSocial = (pagu: number, more: Partial<Line> = {}): Line => ({
  skpd: '1.06.0.00.0.00.01.0000',
  skpdName: 'DINAS SOSIAL',
  code: social,
  name: 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga',
  pagu,
  ...more,
})
const bok = { fund: '2.2.01.09.002.00033', fundName: 'DAK Non Fisik-Dana BOK-BOK Dinas-BOK Kabupaten/Kota' }
const bokb = { fund: '2.2.01.09.002.00021', fundName: 'DAK Non Fisik-BOKB-KB' }
const lines: readonly Line[] = [
  ofSocial(1_999_999_999.6),
  ofSocial(10, bok),
  ofSocial(20.4, bokb),
  ofSocial(500, { code: elderly, name: 'Fasilitasi Lansia', fund: '9', fundName: 'Dana Desa' }),
  { ...ofSocial(0), code: '1.06.02.2.01.0002', pagu: undefined },
  {
    skpd: '4.01.0.00.0.00.01.0000',
    skpdName: 'SEKRETARIAT DAERAH',
    unit: '4.01.0.00.0.00.01.0003',
    unitName: 'BAGIAN PERENCANAAN DAN KEUANGAN',
    code: '4.01.02.2.01.0001',
    pagu: 77,
  },
  { skpd: '9.99.0.00.0.00.01.0000', skpdName: 'DINAS YANG TIDAK DIKENAL', code: '2.11.02.2.02.0002', pagu: 88 },
]

async function load(of: readonly Line[], stage: string, more: object = {}): Promise<Response> {
  const { content, counts, shape } = readSipd(xlsx(rekap(of)))
  const told = { year: 2026, stage, fileName: `Rekap_${stage}.xlsx`, fileSha256: 'a'.repeat(64), locked: true }
  return (await kupang().coordinator()).post('/api/budgets', { ...told, shape, counts, content, ...more })
}
const own = async (browser: Browser, agency = 'dinsos', year = 2026) =>
  (await (await browser.get(`/api/budgets/${year}/agencies/${agency}`)).json()) as OwnBudgets
const confirm = async (matches: object) => {
  const answer = await (await kupang().coordinator()).put('/api/budgets/matches', { units: [], funds: [], ...matches })
  expect(answer.status, await answer.clone().text()).toBe(200)
}

it('is a fact: the same file again is the same budget, another one stands beside it', async () => {
  const first = await load(lines, 'murni')
  expect(first.status).toBe(201)
  const fact = (await first.json()) as ToldBudget
  expect(fact).toMatchObject({
    stage: 'murni',
    number: 1,
    total: 2_000_000_695,
    byName: 'Koordinator Bappeda',
    locked: true,
  })
  expect((await load(lines, 'murni')).status).toBe(200)
  const list = (await (await (await kupang().coordinator()).get('/api/budgets')).json()) as { budgets: ToldBudget[] }
  expect(list.budgets.map(({ stage, number }) => [stage, number])).toEqual([['murni', 1]])
  const { content, ...rest } = readSipd(xlsx(rekap(lines)))
  const broken = { ...content, lines: [[99, 0, 0, 1]] }
  expect((await load(lines, 'murni', { content: broken })).status).toBe(400)
  expect(rest.total).toBe(fact.total)
  expect((await (await kupang().person('dinsos-operator')).get('/api/budgets')).status).toBe(403)
})

it('suggests whose a unit is, tells what nobody has with its money, and remembers what was confirmed', async () => {
  const coordinator = await kupang().coordinator()
  const report = async () => (await (await coordinator.get('/api/budgets/2026/murni/1')).json()) as BudgetReportView
  const before = await report()
  expect(before.units.map(({ name, owner, suggested, amount }) => [name, owner, suggested, amount])).toEqual([
    ['DINAS SOSIAL', null, 'dinsos', 2_000_000_530],
    ['DINAS YANG TIDAK DIKENAL', null, null, 88],
    ['BAGIAN PERENCANAAN DAN KEUANGAN', null, 'perencanaan-setda', 77],
  ])
  expect(before.funds.find(({ name }) => name === 'Dana Desa')?.source).toBeNull()
  expect((await own(coordinator)).budgets).toEqual([])
  await confirm({
    units: [
      { code: '1.06.0.00.0.00.01.0000', name: 'DINAS SOSIAL', agencyId: 'dinsos' },
      { code: '4.01.0.00.0.00.01.0003', name: 'BAGIAN PERENCANAAN', agencyId: 'perencanaan-setda' },
      { code: '9.99.0.00.0.00.01.0000', name: 'LAIN', agencyId: '-' },
    ],
  })
  const after = await report()
  expect(after.units.map(({ owner }) => owner)).toEqual(['dinsos', '-', 'perencanaan-setda'])
  expect(after.owned).toBe(2_000_000_607)
  const unknown = { units: [{ code: '1', name: 'x', agencyId: 'tidak-ada' }], funds: [] }
  expect((await coordinator.put('/api/budgets/matches', unknown)).status).toBe(404)
})

it('gives each agency its own: funds of one source are summed, cents rounded in the sum, unknown funds told', async () => {
  const operator = await kupang().person('dinsos-operator')
  const [budget] = (await own(operator)).budgets
  expect(budget?.rows.map(({ code, source, ceiling, funds }) => [code, source, ceiling, funds])).toEqual([
    [elderly, null, 500, ['Dana Desa']],
    [social, 'DAU', 2_000_000_000, ['Dana Alokasi Umum (DAU)']],
    [social, 'DAK_NONFISIK', 30, [bok.fundName, bokb.fundName]],
  ])
  expect(budget?.bare.map(({ code }) => code)).toEqual(['1.06.02.2.01.0002'])
  expect((await operator.get('/api/budgets/2026/agencies/naker')).status).toBe(404)
  await confirm({ funds: [{ code: '9', name: 'Dana Desa', source: 'LAINNYA' }] })
  expect((await own(operator)).budgets[0]?.rows[0]?.source).toBe('LAINNYA')
})

it('the longest match wins: a single unit of an SKPD may be another agency', async () => {
  const city = kupang()
  const { regions, budgets } = city.world.deps
  const of = async () =>
    loadAgencyBudgets(
      budgets,
      { region: 'kota-kupang', year: 2026 },
      { references: await regions.references('kota-kupang'), zone: 'Asia/Makassar' },
    )
  expect((await of()).get('perencanaan-setda')?.[0]?.rows.map(({ ceiling }) => ceiling)).toEqual([77])
  await confirm({ units: [{ code: '4.01.0.00.0.00.01.0000', name: 'SEKRETARIAT DAERAH', agencyId: 'naker' }] })
  expect((await of()).get('naker')?.[0]?.rows ?? []).toEqual([])
})

it('A28 to A32: ceiling, code, fund, what is tagged and what is not are compared with the named stage', async () => {
  const city = kupang()
  const fitting = row({ paguSubKegiatan: 2_000_000_000 })
  const check = async (rule: string, bad: object, good: object = {}) => {
    await city.sends('dinsos', tagging, tagged('dinsos', [{ ...fitting, ...bad }]))
    const found = await city.findings(rule, 'dinsos')
    expect(found, rule).toHaveLength(1)
    await city.sends('dinsos', tagging, tagged('dinsos', [{ ...fitting, ...good }]))
    expect(await city.findings(rule, 'dinsos'), rule).toEqual([])
    return found[0]?.message.id ?? ''
  }
  expect(await check('A28', { paguSubKegiatan: 2_500_000_000 })).toContain('APBD murni (DPA): Rp2.000.000.000')
  expect(await check('A29', { kodeSubKegiatan: '1.06.05.2.02.0007', namaSubKegiatan: 'Kegiatan lain' })).toContain(
    'tidak ada dalam anggaran',
  )
  expect(await check('A29', { kodeSubKegiatan: '1.06.02.2.01.0002', namaSubKegiatan: 'Lansia' })).toContain(
    'tanpa pagu',
  )
  expect(await check('A30', { sumberDana: 'PAD' })).toContain('Dana Alokasi Umum (DAU)')
  expect(await check('A31', { paguSubKegiatan: 2_500_000_000, paguDitandai: 2_400_000_000 })).toContain(
    'melebihi pagu di SIPD',
  )
  await city.load('pemetaan-stunting', `Kode;Nama\n${social};Bantuan\n${elderly};Lansia`)
  const [missing] = await city.findings('A32', 'dinsos')
  expect(missing?.message.id).toMatch(/Belum ditandai: 1 sub kegiatan .* Rp500 .*Fasilitasi Lansia/)
  const both = [
    fitting,
    {
      ...row(),
      kodeSubKegiatan: elderly,
      namaSubKegiatan: 'Fasilitasi Lansia',
      sumberDana: 'LAINNYA',
      paguSubKegiatan: 500,
      paguDitandai: 500,
      belanjaLangsungSasaran: 500,
      keterangan: 'Dana Desa',
    },
  ]
  await city.sends('dinsos', tagging, tagged('dinsos', both))
  expect(await city.findings('A32', 'dinsos')).toEqual([])
})

it('A33: a newer stage changes no submission; it is one finding, until the new ceilings and document are taken', async () => {
  const city = kupang()
  const both = (pagu: number, fields: object = {}) =>
    tagged(
      'dinsos',
      [
        row({ paguSubKegiatan: pagu }),
        {
          ...row(),
          kodeSubKegiatan: elderly,
          namaSubKegiatan: 'Fasilitasi Lansia',
          sumberDana: 'LAINNYA',
          paguSubKegiatan: 500,
          paguDitandai: 500,
          belanjaLangsungSasaran: 500,
          keterangan: 'Dana Desa',
        },
      ],
      fields as never,
    )
  const shifted = lines.map((line) =>
    line.fund === undefined && line.code === social ? { ...line, pagu: 1_800_000_000 } : line,
  )
  expect((await load(shifted, 'pergeseran-1')).status).toBe(201)
  const found = await city.findings('A33', 'dinsos')
  expect(found.map(({ message }) => message.id)).toEqual([
    expect.stringContaining('Pergeseran 1 sudah dimuat dari SIPD: pagu 1 baris berubah'),
  ])
  expect(await city.findings('A28', 'dinsos')).toEqual([])
  // An older stage that is loaded later stays the older one.
  expect((await load(lines.slice(0, 5), 'murni')).status).toBe(201)
  expect((await own(await city.person('dinsos-operator'))).budgets.map(({ stage, number }) => [stage, number])).toEqual(
    [
      ['murni', 2],
      ['pergeseran-1', 1],
    ],
  )
  await city.sends('dinsos', tagging, both(1_800_000_000))
  expect((await city.findings('A33', 'dinsos')).map(({ severity }) => severity)).toEqual(['info'])
  expect(await city.findings('A28', 'dinsos')).toEqual([])
  await city.sends(
    'dinsos',
    tagging,
    both(1_800_000_000, { dokumenAnggaran: 'pergeseran', tanggalDokumen: '2026-02-09' }),
  )
  expect(await city.findings('A33', 'dinsos')).toEqual([])
})

it('tells what changed between two budgets, the largest first', async () => {
  const answer = await (await kupang().coordinator()).get(
    '/api/budgets/2026/pergeseran-1/1/difference?stage=murni&number=1',
  )
  expect(await answer.json()).toMatchObject({
    count: 1,
    changed: [{ code: social, before: 1_999_999_999.6, after: 1_800_000_000 }],
  })
})

it('what was spent is told by sub kegiatan, for the report knows no funds', async () => {
  const { content, counts, shape } = readSipd(xlsx(realisasi(2025)))
  const told = { year: 2025, stage: 'realisasi', fileName: 'r.xlsx', fileSha256: 'b'.repeat(64), locked: null }
  const coordinator = await kupang().coordinator()
  expect((await coordinator.post('/api/budgets', { ...told, shape, counts, content })).status).toBe(201)
  expect((await own(coordinator, 'dinsos', 2025)).spent).toEqual([{ code: social, amount: 426_001_001 }])
})

it('the whole city is told by agency: tagged, what SIPD has under stunting codes, and what nobody tagged', async () => {
  const path = '/api/rounds/3a-2026-2/city-budget'
  const city = await (await (await kupang().coordinator()).get(path)).json()
  expect(city).toMatchObject({ stage: 'pergeseran-1', mapped: 1_800_000_530, untagged: 0 })
  const own = city.agencies.find(({ agencyId }: { agencyId: string }) => agencyId === 'dinsos')
  expect(own).toMatchObject({ sent: true, tagged: 1_500_000_500, untaggedCodes: [] })
  expect((await (await kupang().person('dinsos-operator')).get(path)).status).toBe(403)
})

it('A05: two agencies with money of their own under one code claim nothing from each other; one without is told', async () => {
  const city = kupang()
  const dukcapil = { skpd: '2.12.0.00.0.00.01.0000', skpdName: 'DINAS KEPENDUDUKAN', code: social, pagu: 900 }
  const shared = { sumberDana: 'DAU', paguSubKegiatan: 900, paguDitandai: 900, belanjaLangsungSasaran: 800 }
  await confirm({ units: [{ code: dukcapil.skpd, name: dukcapil.skpdName, agencyId: 'dukcapil' }] })
  await city.sends('dukcapil', tagging, tagged('dukcapil', [row(shared)]))
  expect((await city.findings('A05')).map(({ agencyId }) => agencyId).sort()).toEqual(['dinsos', 'dukcapil'])
  const shifted = lines.map((line) => (line.code === social && !line.fund ? { ...line, pagu: 1_800_000_000 } : line))
  expect((await load([...shifted, dukcapil], 'pergeseran-1')).status).toBe(201)
  expect(await city.findings('A05')).toEqual([])
})

it('what SIPD says of a draft is explained before it is sent, and stays explained after', async () => {
  const city = kupang()
  const operator = await city.person('dinsos-operator')
  const path = workPath('dinsos', tagging)
  const bad = tagged('dinsos', [row({ paguSubKegiatan: 2_500_000_000 })])
  const base = (await operator.get(`${path}/draft`)).headers.get('etag') ?? ''
  const saved = await operator.put(`${path}/draft`, { formVersion: 2, answers: bad }, { 'if-match': base })
  expect(saved.status, await saved.clone().text()).toBe(200)
  const rowKey = bad.rows.penandaan?.[0]?.rowKey
  const explain = (id: string) =>
    operator.post(`${path}/findings/${id}/explanation`, { text: 'Menurut DPPA yang belum masuk SIPD.' })
  const ids = [`A28.dinsos.${tagging}.${rowKey}`, `A32.dinsos.${tagging}.belum-ditandai`]
  for (const id of ids) {
    const answer = await explain(id)
    expect(answer.status, await answer.clone().text()).toBe(200)
    expect(await answer.json()).toMatchObject({ id, state: 'explained', basis: { amounts: expect.any(Array) } })
  }
  await city.findings('A28', 'dinsos')
  await city.sends('dinsos', tagging, bad)
  expect((await city.findings('A28', 'dinsos')).map(({ state }) => state)).toEqual(['explained'])
  expect((await city.findings('A32', 'dinsos')).map(({ state }) => state)).toEqual(['explained'])
})

it('a second shift, and one after the revised budget, are one finding each: rows of the stage before are not called wrong', async () => {
  const city = kupang()
  const at = (pagu: number) => lines.map((line) => (line.code === social && !line.fund ? { ...line, pagu } : line))
  const sent = (pagu: number, dokumenAnggaran: string) =>
    city.sends('dinsos', tagging, {
      ...tagged('dinsos', [row({ paguSubKegiatan: pagu })], { dokumenAnggaran, tanggalDokumen: '2026-02-09' }),
    })
  const moved = async () => ({
    a28: (await city.findings('A28', 'dinsos')).length,
    a33: (await city.findings('A33', 'dinsos')).map(({ message }) => message.id.split(' sudah')[0]),
  })
  let before = 1_800_000_000
  for (const [stage, document, name] of [
    ['pergeseran-2', 'pergeseran', 'Pergeseran 2'],
    ['perubahan', 'pergeseran', 'Perubahan (DPPA)'],
    ['perubahan-pergeseran-1', 'dppa', 'Pergeseran 1 setelah Perubahan'],
    ['perubahan-pergeseran-2', 'dppa', 'Pergeseran 2 setelah Perubahan'],
  ] as const) {
    await sent(before, document)
    expect(await moved(), stage).toEqual({ a28: 0, a33: [] })
    const now = before - 10_000_000
    expect((await load(at(now), stage)).status).toBe(201)
    expect(await moved(), stage).toEqual({ a28: 0, a33: [name] })
    await sent(now + 1, document)
    expect((await moved()).a28, `${stage}: of no stage`).toBe(1)
    await sent(now, stage.startsWith('perubahan') ? 'dppa' : document)
    expect(await moved(), stage).toEqual({ a28: 0, a33: [] })
    before = now
  }
  const { budgets } = await own(await city.person('dinsos-operator'))
  expect(budgets.map(({ stage }) => stage)).toEqual([
    'murni',
    'pergeseran-2',
    'perubahan',
    'perubahan-pergeseran-1',
    'perubahan-pergeseran-2',
  ])
})
