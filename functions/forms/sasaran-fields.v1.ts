/**
 * The counts of F4 with their operational definitions. Each may be "belum ada data"; none may be guessed as 0.
 */
import type { Field } from '../schema/form.ts'
import type { Wording } from '../schema/wording.ts'

type Count = Extract<Field, { type: 'integer' }>

function count(id: string, label: Wording, hint: Wording, partOf?: string): Count {
  const field: Count = { id, type: 'integer', label, hint, required: true, min: 0, absences: ['not-yet'], total: true }
  return partOf === undefined ? field : { ...field, max: { field: partOf } }
}

export const targetGroupFields: readonly Count[] = [
  count(
    'jumlahPenduduk',
    { id: 'Jumlah penduduk', en: 'Population' },
    { id: 'Penduduk terdaftar menurut Dukcapil.', en: 'Residents in the civil registry.' },
  ),
  count(
    'jumlahKeluarga',
    { id: 'Jumlah keluarga', en: 'Families' },
    {
      id: 'Kepala keluarga menurut Dukcapil atau Pendataan Keluarga.',
      en: 'Heads of family in the registry or the family survey.',
    },
    'jumlahPenduduk',
  ),
  count(
    'krs',
    { id: 'Keluarga berisiko stunting (KRS)', en: 'Families at risk of stunting' },
    {
      id: 'Keluarga dengan remaja putri/catin, ibu hamil, ibu menyusui, baduta, atau balita yang miskin, bersanitasi buruk, atau tanpa air minum layak.',
      en: 'Families with an adolescent girl or bride-to-be, pregnant or breastfeeding mother, or child under five that are poor, or lack sanitation or safe water.',
    },
    'jumlahKeluarga',
  ),
  count(
    'remajaPutri',
    { id: 'Remaja putri', en: 'Adolescent girls' },
    { id: 'Perempuan usia 10–19 tahun.', en: 'Girls aged 10–19.' },
  ),
  count(
    'catin',
    { id: 'Calon pengantin (catin)', en: 'Brides-to-be' },
    {
      id: 'Calon pengantin perempuan yang terdaftar dalam semester ini.',
      en: 'Women registered to marry in this semester.',
    },
  ),
  count(
    'pus',
    { id: 'Pasangan usia subur (PUS)', en: 'Couples of reproductive age' },
    { id: 'Pasangan yang istrinya berusia 15–49 tahun.', en: 'Couples whose wife is 15–49 years old.' },
  ),
  count(
    'ibuHamil',
    { id: 'Ibu hamil', en: 'Pregnant women' },
    { id: 'Ibu hamil yang terdata dalam semester ini.', en: 'Pregnant women recorded in this semester.' },
  ),
  count(
    'ibuMenyusui',
    { id: 'Ibu menyusui', en: 'Breastfeeding mothers' },
    { id: 'Ibu yang menyusui anak usia 0–23 bulan.', en: 'Mothers who breastfeed a child of 0–23 months.' },
  ),
  count(
    'baduta',
    { id: 'Baduta', en: 'Children of 0–23 months' },
    { id: 'Anak usia 0–23 bulan; bagian dari balita.', en: 'Children of 0–23 months; part of those under five.' },
    'balita',
  ),
  count(
    'balita',
    { id: 'Balita', en: 'Children of 0–59 months' },
    { id: 'Anak usia 0–59 bulan.', en: 'Children of 0–59 months.' },
  ),
  count(
    'balitaDiukur',
    { id: 'Balita diukur', en: 'Children measured' },
    {
      id: 'Balita yang ditimbang dan diukur pada penimbangan terakhir.',
      en: 'Children weighed and measured at the last session.',
    },
    'balita',
  ),
  count(
    'balitaPendek',
    { id: 'Balita pendek', en: 'Stunted children' },
    { id: 'TB/U antara -3 SD dan di bawah -2 SD.', en: 'Height for age from -3 SD to below -2 SD.' },
    'balitaDiukur',
  ),
  count(
    'balitaSangatPendek',
    { id: 'Balita sangat pendek', en: 'Severely stunted children' },
    { id: 'TB/U di bawah -3 SD.', en: 'Height for age below -3 SD.' },
    'balitaDiukur',
  ),
]
