/**
 * Two addresses for each agency, the operator's and the head's, because office-holders change: addresses and titles name the
 * office, never a person. All under `.example`, which nobody can own.
 */
import type { Agency, Person, Unstamped } from '../../functions/schema/region.ts'

type Seed = Unstamped<Person>

function headTitle({ kind, name }: Unstamped<Agency>): string {
  if (kind === 'kecamatan') return name.id.replace('Kecamatan', 'Camat')
  return `Kepala ${name.id}`
}

function officersOf(agency: Unstamped<Agency>): Seed[] {
  const shared = { agencyIds: [agency.id], language: 'id' as const, disabled: false }
  return [
    {
      ...shared,
      id: `${agency.id}-operator`,
      name: `Operator ${agency.shortName}`,
      title: `Operator Data ${agency.name.id}`,
      email: `operator@${agency.id}.example`,
      role: 'operator',
    },
    {
      ...shared,
      id: `${agency.id}-kepala`,
      name: headTitle(agency),
      title: headTitle(agency),
      email: `kepala@${agency.id}.example`,
      role: 'verifier',
    },
  ]
}

const coordinationOf = (region: string, phone: string): readonly Seed[] => [
  {
    id: 'bappeda-koordinator',
    name: 'Koordinator Bappeda',
    title: `Koordinator Aksi Konvergensi Stunting, Bappeda ${region}`,
    email: 'koordinator@bappeda.example',
    phone,
    role: 'coordinator',
    agencyIds: ['bappeda'],
    language: 'id',
    disabled: false,
  },
  {
    id: 'bappeda-viewer',
    name: 'Pemantau Sekretariat Daerah',
    title: `Pemantau Rekap Kelengkapan, Sekretariat Daerah ${region}`,
    email: 'viewer@bappeda.example',
    role: 'viewer',
    agencyIds: ['bappeda'],
    language: 'id',
    disabled: false,
  },
]

/** Officers of the respondents, and Bappeda's coordinator and viewer. `region` is its name, `phone` Bappeda's. */
export function peopleOf(respondents: readonly Unstamped<Agency>[], region: string, phone: string): readonly Seed[] {
  return [...respondents.flatMap(officersOf), ...coordinationOf(region, phone)]
}
