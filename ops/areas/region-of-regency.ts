/**
 * A regency as the first content of a region: its districts as respondents, its villages as lists, the national lists and
 * the known holidays. What only the region knows (its offices, people, health centres) is left to its coordinator.
 */
import type { NewRegion } from '../../functions/domain/region/create-region.ts'
import type { ReferenceEntry } from '../../functions/schema/form.ts'
import { firstFundRules, fundRulesList } from '../../functions/schema/sipd/fund-rules.ts'
import { knownHolidays } from '../national/holidays.ts'
import { serviceIndicators } from '../national/indicators.ts'
import * as lists from '../national/lists.ts'
import { stuntingCodes, subActivities } from '../national/sub-activities.ts'
import { type District, plain, type Regency, type Village } from './read-areas.ts'
import { zoneOf } from './zone-of.ts'

export type Contact = { replyTo: string; helpPhone: string }

export function regionOfRegency(regency: Regency, contact: Contact): NewRegion {
  const districts = withAgencyIds(regency.districts)
  const kelurahan = districts.flatMap((district) => villageEntries(district, regency))
  const wholeRegion = /^Kota/.test(regency.name) ? 'SELURUH_KOTA' : 'SELURUH_KABUPATEN'
  const whole = { id: `Seluruh ${regency.name}`, en: `All of ${englishName(regency.name)}` }
  const villageFunds = kelurahan.some(({ facts }) => facts?.kind !== 'kelurahan') ? lists.villageFunds : []
  return {
    settings: {
      region: slug(regency.name),
      name: { id: regency.name, en: englishName(regency.name) },
      ...zoneOf(regency.code),
      ...contact,
    },
    agencies: [bappeda(regency), ...districts.map(districtOffice)],
    holidays: [...knownHolidays],
    references: {
      kelurahan,
      lokasi: [
        { value: wholeRegion, label: whole, aliases: [regency.name] },
        ...kelurahan.map(({ scope: _scope, ...entry }) => entry),
      ],
      'indikator-layanan': [...serviceIndicators],
      'sub-kegiatan': [...subActivities],
      'pemetaan-stunting': [...stuntingCodes],
      'sumber-dana': [...lists.fundingSources, ...villageFunds],
      [fundRulesList]: [...firstFundRules],
      aksi: [...lists.actions],
      'kelompok-sasaran': [...lists.targetGroups],
      periode: [...lists.periods],
      'sumber-data': [...lists.dataSources],
      satuan: [...lists.units],
      ejaan: [...lists.spellings],
      ambang: [...lists.thresholds],
    },
  }
}

type NamedDistrict = District & { agencyId: string }

/** `kec-kie`; where two districts would have one id, the code tells them apart. */
function withAgencyIds(districts: readonly District[]): NamedDistrict[] {
  const ids = districts.map(({ name }) => `kec-${slug(name)}`)
  return districts.map((district, at) => {
    const id = ids[at] ?? ''
    const shared = ids.indexOf(id) !== ids.lastIndexOf(id)
    return { ...district, agencyId: shared ? `${id}-${district.code.slice(-2)}` : id }
  })
}

/**
 * A district's own villages: the fixed rows of its forms. A name that the district has twice carries its kind, or its code
 * where the kind is the same; the bare name is then nobody's, so a paste of it is asked about.
 */
function villageEntries({ agencyId, name: district, villages }: NamedDistrict, regency: Regency): ReferenceEntry[] {
  const elsewhere = regency.districts.flatMap((each) =>
    each.name === district ? [] : each.villages.map((v) => plain(v.name)),
  )
  return villages.map((village) => {
    const twins = villages.filter(({ name }) => plain(name) === plain(village.name))
    const name = distinctName(village, twins, elsewhere.includes(plain(village.name)) ? district : undefined)
    return {
      value: village.code,
      label: { id: name, en: name },
      ...(name === village.name ? {} : { aliases: [village.name] }),
      scope: [agencyId],
      facts: { kecamatan: district, kind: village.kind },
    }
  })
}

function distinctName({ code, name, kind }: Village, twins: readonly Village[], district: string | undefined): string {
  const sameKind = twins.filter((twin) => twin.kind === kind).length > 1
  const told = twins.length === 1 ? [] : [sameKind ? `${kind} ${code}` : kind]
  const where = district === undefined ? [] : [`Kec. ${district}`]
  const parts = [...told, ...where]
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`
}

type Office = NewRegion['agencies'][number]

function districtOffice({ agencyId, name }: NamedDistrict): Office {
  const id = { id: `Kecamatan ${name}`, en: `${name} District` }
  return { id: agencyId, name: id, shortName: `Kec. ${name}`, kind: 'kecamatan', sectors: ['7.01'], workingWeek: 5 }
}

function bappeda({ name }: Regency): Office {
  return {
    id: 'bappeda',
    name: { id: `Bappeda ${name}`, en: `Planning Agency of ${englishName(name)}` },
    shortName: 'Bappeda',
    kind: 'coordinator',
    sectors: ['5.01'],
    workingWeek: 5,
  }
}

function englishName(name: string): string {
  const [, kind, rest] = /^(Kabupaten|Kota)(?: Administrasi)? (.*)$/.exec(name) ?? []
  if (kind === undefined) return name
  return kind === 'Kota' ? `${rest} City` : `${rest} Regency`
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’"]+/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50)
}
