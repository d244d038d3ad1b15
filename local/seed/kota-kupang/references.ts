/**
 * All reference lists of the city by the names that the forms use. Kemendagri and Bappeda revise them; forms do not change.
 */
import type { ReferenceEntry } from '../../../functions/schema/form.ts'
import type { ReferenceList, Unstamped } from '../../../functions/schema/region.ts'
import { firstFundRules, fundRulesList } from '../../../functions/schema/sipd/fund-rules.ts'
import { serviceIndicators } from '../../../ops/national/indicators.ts'
import * as lists from '../../../ops/national/lists.ts'
import { stuntingCodes, subActivities } from '../../../ops/national/sub-activities.ts'
import { kelurahan, locations } from './kelurahan.ts'
import { supportingData } from './supporting-data.ts'

const { entry } = lists

/** The eleven of the 2018 health profile; the list of 2026 was not found. */
const healthCentres: readonly ReferenceEntry[] = [
  'Alak',
  'Naioni',
  'Manutapen',
  'Sikumana',
  'Penfui',
  'Bakunase',
  'Oebobo',
  'Oepoi',
  'Kupang Kota',
  'Pasir Panjang',
  'Oesapa',
].map((name) =>
  entry(name.toLowerCase().replaceAll(' ', '-'), `Puskesmas ${name}`, `${name} Health Centre`, { aliases: [name] }),
)

/** Sums of the whole city that are plausible. */
const cityThresholds: readonly ReferenceEntry[] = [
  entry('city-total-least', 'Total kota terkecil yang wajar (Rp)', 'Least plausible city total (Rp)', {
    facts: { value: '1200000000' },
  }),
  entry('city-total-most', 'Total kota terbesar yang wajar (Rp)', 'Greatest plausible city total (Rp)', {
    facts: { value: '182000000000' },
  }),
]

const list = (id: string, title: ReferenceList['title'], entries: readonly ReferenceEntry[]) => ({
  id,
  title,
  entries: [...entries],
})

export const references: readonly Unstamped<ReferenceList>[] = [
  list('kelurahan', { id: 'Kelurahan', en: 'Kelurahan' }, kelurahan),
  list('lokasi', { id: 'Lokasi kegiatan', en: 'Locations of work' }, locations),
  list('puskesmas', { id: 'Puskesmas', en: 'Health centres' }, healthCentres),
  list('indikator-layanan', { id: 'Indikator layanan', en: 'Service indicators' }, serviceIndicators),
  list('sub-kegiatan', { id: 'Sub kegiatan (belum diverifikasi)', en: 'Sub-activities (unverified)' }, subActivities),
  list(
    'pemetaan-stunting',
    { id: 'Pemetaan stunting (usulan awal)', en: 'Stunting mapping (a first suggestion)' },
    stuntingCodes,
  ),
  list('sumber-dana', { id: 'Sumber dana', en: 'Funding sources' }, lists.fundingSources),
  list(fundRulesList, { id: 'Aturan sumber dana SIPD', en: 'Rules of SIPD’s funds' }, firstFundRules),
  list('aksi', { id: 'Aksi konvergensi', en: 'Convergence actions' }, lists.actions),
  list('kelompok-sasaran', { id: 'Kelompok sasaran', en: 'Target groups' }, lists.targetGroups),
  list('periode', { id: 'Periode data', en: 'Periods' }, lists.periods),
  list('sumber-data', { id: 'Sumber data', en: 'Data sources' }, lists.dataSources),
  list('satuan', { id: 'Satuan', en: 'Units' }, lists.units),
  list('data-pendukung', { id: 'Data pendukung', en: 'Supporting data' }, supportingData),
  list('ejaan', { id: 'Ejaan sehari-hari', en: 'Everyday spellings' }, lists.spellings),
  list('ambang', { id: 'Ambang pemeriksaan', en: 'Thresholds of checks' }, [...lists.thresholds, ...cityThresholds]),
]
