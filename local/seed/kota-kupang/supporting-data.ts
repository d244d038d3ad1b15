/**
 * Supporting indicators by agency (F5). Insurance, birth certificates and child identity cards are named by sources; the rest
 * is a working list that Bappeda maintains. The target is filled in when a row starts and may be changed.
 */
import type { ReferenceEntry } from '../../../functions/schema/form.ts'

const byAgency: Record<string, readonly (readonly [string, string, string, string])[]> = {
  dinsos: [
    [
      'pbi-apbn',
      'Penduduk miskin menjadi PBI JK (APBN)',
      'Poor residents with subsidised health insurance (national budget)',
      '100 %',
    ],
    [
      'pkh-p2k2',
      'Pertemuan P2K2 bagi KPM PKH bermateri stunting',
      'Family sessions on stunting for cash-transfer families',
      '12 kali',
    ],
    [
      'bantuan-pangan',
      'Bantuan pangan bagi keluarga berisiko stunting',
      'Food aid for families at risk of stunting',
      '4 kali',
    ],
  ],
  dukcapil: [
    [
      'akta-kelahiran',
      'Anak usia 0–18 tahun memiliki akta kelahiran',
      'Children of 0–18 years with a birth certificate',
      '100 %',
    ],
    ['kia', 'Anak memiliki Kartu Identitas Anak (KIA)', 'Children with a child identity card', '60 %'],
    [
      'data-penyebut',
      'Data penduduk per kelurahan diserahkan sebagai penyebut',
      'Population by kelurahan handed over as denominators',
      '2 kali',
    ],
  ],
  dikbud: [
    [
      'paud-hi',
      'Satuan PAUD menyelenggarakan PAUD holistik integratif',
      'Early-childhood centres offering holistic services',
      '100 %',
    ],
    [
      'uks-ttd',
      'Sekolah mendukung konsumsi TTD remaja putri',
      'Schools supporting iron tablets for adolescent girls',
      '100 %',
    ],
    [
      'guru-paud',
      'Guru PAUD dilatih pengasuhan dan stimulasi',
      'Early-childhood teachers trained in care and stimulation',
      '1 kali',
    ],
  ],
  dp3a: [
    ['cegah-kawin-anak', 'Sosialisasi pencegahan perkawinan anak', 'Campaigns against child marriage', '6 kali'],
    ['puspaga', 'Layanan konseling keluarga (Puspaga)', 'Family counselling service', '1 layanan'],
  ],
  dlhk: [
    ['sampah-kelurahan', 'Kelurahan dilayani pengangkutan sampah', 'Kelurahan with waste collection', '51 kelurahan'],
    ['bank-sampah', 'Bank sampah aktif', 'Active waste banks', '10 unit'],
  ],
}

export const supportingData: readonly ReferenceEntry[] = Object.entries(byAgency).flatMap(([agencyId, indicators]) =>
  indicators.map(([key, id, en, target]) => ({
    value: `${agencyId}-${key}`,
    label: { id, en },
    scope: [agencyId],
    facts: { target },
  })),
)
