/**
 * The 29 essential service indicators (Master Ansit 2022-2024), the city's working list until the list of 2026 is known.
 * Facts: `group`; `direction` is `lower` where a low figure is the good one; `target` the national percentage of 2024, for
 * comparison only; `sumberPembilang` the usual source, filled in when a row starts.
 */
import type { ReferenceEntry } from '../../functions/schema/form.ts'

type Group = {
  name: string
  source: string
  indicators: readonly (readonly [string, string, Record<string, string>?])[]
}

const groups: readonly Group[] = [
  {
    name: 'Remaja putri',
    source: 'eppgbm',
    indicators: [
      ['Remaja putri mengonsumsi tablet tambah darah (TTD)', 'Adolescent girls taking iron tablets', { target: '58' }],
      ['Remaja putri menerima pemeriksaan status anemia (Hb)', 'Adolescent girls tested for anaemia (Hb)'],
    ],
  },
  {
    name: 'Calon pengantin dan PUS',
    source: 'kemenag',
    indicators: [
      ['Calon pengantin/calon ibu menerima TTD', 'Brides-to-be/mothers-to-be receiving iron tablets'],
      [
        'Calon PUS diperiksa kesehatan sebagai bagian pelayanan nikah',
        'Couples given a health check as part of marriage services',
        { target: '90' },
      ],
      [
        'Calon PUS didampingi kesehatan reproduksi dan edukasi gizi 3 bulan pranikah',
        'Couples given reproductive-health and nutrition guidance 3 months before marriage',
        { sumberPembilang: 'dppkb' },
      ],
      [
        'Calon pengantin mendapat bimbingan perkawinan dengan materi stunting',
        'Brides and grooms-to-be given marriage guidance that covers stunting',
      ],
      [
        'PUS miskin/PMKS menerima bantuan tunai bersyarat',
        'Poor couples receiving conditional cash transfers',
        { sumberPembilang: 'dtsen' },
      ],
      [
        'PUS miskin/PMKS menerima bantuan pangan nontunai',
        'Poor couples receiving non-cash food aid',
        { sumberPembilang: 'dtsen' },
      ],
      [
        'PUS miskin/PMKS menjadi PBI Jaminan Kesehatan',
        'Poor couples with subsidised health insurance',
        { sumberPembilang: 'dtsen' },
      ],
    ],
  },
  {
    name: 'Ibu hamil',
    source: 'eppgbm',
    indicators: [
      [
        'Ibu hamil KEK mendapat tambahan asupan gizi',
        'Undernourished pregnant women receiving extra nutrition',
        { target: '90' },
      ],
      [
        'Ibu hamil mengonsumsi TTD minimal 90 tablet',
        'Pregnant women taking at least 90 iron tablets',
        { target: '80' },
      ],
      [
        'Unmet need pelayanan keluarga berencana',
        'Unmet need for family planning',
        { direction: 'lower', sumberPembilang: 'dppkb' },
      ],
      [
        'Kehamilan yang tidak diinginkan',
        'Unwanted pregnancies',
        { direction: 'lower', target: '15.5', sumberPembilang: 'dppkb' },
      ],
    ],
  },
  {
    name: 'Balita',
    source: 'eppgbm',
    indicators: [
      [
        'Bayi di bawah 6 bulan mendapat ASI eksklusif',
        'Infants under 6 months exclusively breastfed',
        { target: '80' },
      ],
      ['Anak 6–23 bulan mendapat MP-ASI', 'Children of 6–23 months given complementary food', { target: '80' }],
      ['Balita gizi buruk mendapat tata laksana', 'Severely wasted children under treatment', { target: '90' }],
      ['Balita dipantau tumbuh kembangnya', 'Children under five whose growth is monitored', { target: '90' }],
      [
        'Balita gizi kurang mendapat tambahan asupan gizi',
        'Wasted children receiving extra nutrition',
        { target: '90' },
      ],
      ['Balita memperoleh imunisasi dasar lengkap', 'Children under five fully immunised', { target: '90' }],
    ],
  },
  {
    name: 'Keluarga berisiko stunting',
    source: 'dppkb',
    indicators: [
      [
        'Keluarga stop buang air besar sembarangan (BABS)',
        'Families that stopped open defecation',
        { sumberPembilang: 'eppgbm' },
      ],
      ['Keluarga melaksanakan PHBS', 'Families that practise hygiene', { sumberPembilang: 'eppgbm' }],
      [
        'Keluarga berisiko stunting mendapat promosi konsumsi ikan',
        'At-risk families reached by promotion of fish',
        { sumberPembilang: 'lainnya' },
      ],
      ['Pelayanan KB pascapersalinan', 'Family planning after childbirth', { target: '70' }],
      ['Keluarga berisiko stunting memperoleh pendampingan', 'At-risk families accompanied by a team'],
      [
        'Keluarga berisiko stunting mendapat manfaat pekarangan',
        'At-risk families that benefit from home gardens',
        { sumberPembilang: 'lainnya' },
      ],
    ],
  },
  {
    name: 'Air dan sanitasi',
    source: 'pupr',
    indicators: [
      ['Rumah tangga mendapat akses air minum layak', 'Households with safe drinking water'],
      ['Rumah tangga mendapat akses sanitasi layak', 'Households with proper sanitation'],
    ],
  },
  {
    name: 'Perlindungan sosial',
    source: 'dtsen',
    indicators: [
      ['KPM PKH mengikuti P2K2', 'Cash-transfer families attending family sessions'],
      [
        'KPM dengan ibu hamil, ibu menyusui, dan baduta menerima variasi bantuan pangan',
        'Aid families with a pregnant or breastfeeding mother or infant receiving varied food aid',
      ],
    ],
  },
]

export const serviceIndicators: readonly ReferenceEntry[] = groups
  .flatMap(({ name, source, indicators }) => indicators.map((indicator) => ({ name, source, indicator })))
  .map(({ name, source, indicator: [id, en, facts] }, index) => {
    const number = String(index + 1).padStart(2, '0')
    return {
      value: `ind-${number}`,
      label: { id: `${number} ${id}`, en: `${number} ${en}` },
      aliases: [number, id],
      facts: { group: name, sumberPembilang: source, ...facts },
    }
  })
