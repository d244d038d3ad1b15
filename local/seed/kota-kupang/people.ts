/**
 * Two addresses for each agency, the operator's and the head's, because office-holders change: addresses and titles name the
 * office, never a person. All under `.example`, which nobody can own.
 */
import type { Agency, Person, Unstamped } from '../../../functions/schema/region.ts'
import { bappeda, kecamatan, opd } from './agencies.ts'

type Seed = Unstamped<Person>

function headTitle({ id, name }: Unstamped<Agency>): string {
  if (id.startsWith('kec-')) return name.id.replace('Kecamatan', 'Camat')
  return `Kepala ${name.id}`
}

function officers(agency: Unstamped<Agency>): Seed[] {
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

const coordination: readonly Seed[] = [
  {
    id: 'bappeda-koordinator',
    name: 'Koordinator Bappeda',
    title: 'Koordinator Aksi Konvergensi Stunting, Bappeda Kota Kupang',
    email: 'koordinator@bappeda.example',
    phone: bappeda.phone,
    role: 'coordinator',
    agencyIds: ['bappeda'],
    language: 'id',
    disabled: false,
  },
  {
    id: 'bappeda-viewer',
    name: 'Pemantau Sekretariat Daerah',
    title: 'Pemantau Rekap Kelengkapan, Sekretariat Daerah Kota Kupang',
    email: 'viewer@bappeda.example',
    role: 'viewer',
    agencyIds: ['bappeda'],
    language: 'id',
    disabled: false,
  },
]

export const people: readonly Seed[] = [...[...opd, ...kecamatan].flatMap(officers), ...coordination]
