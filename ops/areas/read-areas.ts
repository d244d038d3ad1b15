/**
 * The Kemendagri list of areas, from the package idn-area-data (data under ODbL: cahyadsn/wilayah and its sources are named
 * where a region is made of it). Only the operator's command reads it, once a region: no function carries it.
 * Codes are the keys. Names are not: 2,222 village names stand more than once in one regency, some twice in one district.
 */
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'

export const areaSource = 'idn-area-data 4.0.1, data under ODbL 1.0 (https://github.com/fityannugroho/idn-area-data)'

/** Read from the fourth part of a village's code: 1 kelurahan, 2 desa, 3 desa adat. */
export type VillageKind = 'kelurahan' | 'desa' | 'desa adat'
export type Village = { code: string; name: string; kind: VillageKind }
export type District = { code: string; name: string; villages: readonly Village[] }
export type Regency = { code: string; name: string; province: string; districts: readonly District[] }

const kinds: Readonly<Record<string, VillageKind>> = { 1: 'kelurahan', 2: 'desa', 3: 'desa adat' }

/** Throws on a code whose fourth part begins with none of the three known digits. */
export function kindOf(villageCode: string): VillageKind {
  const kind = kinds[villageCode.split('.')[3]?.charAt(0) ?? '']
  if (kind === undefined) throw new Error(`Village ${villageCode} is of no known kind`)
  return kind
}

/** `undefined` where no regency has this code. */
export async function readRegency(code: string): Promise<Regency | undefined> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ])
  const regency = regencies.find((each) => each.code === code)
  if (regency === undefined) return undefined
  const own = Map.groupBy(villages, (village) => village.district_code)
  return {
    code,
    name: regency.name,
    province: provinces.find((each) => each.code === regency.province_code)?.name ?? regency.province_code,
    districts: districts
      .filter((district) => district.regency_code === code)
      .map((district) => ({
        code: district.code,
        name: district.name,
        villages: (own.get(district.code) ?? []).map((village) => ({
          code: village.code,
          name: village.name,
          kind: kindOf(village.code),
        })),
      })),
  }
}

/** Codes and names of regencies whose name holds these words, or that lie in the province of this code; at most 20. */
export async function findRegencies(words: string): Promise<{ code: string; name: string }[]> {
  const wanted = plain(words)
  const regencies = await getRegencies()
  return regencies
    .filter(({ name, province_code }) => plain(name).includes(wanted) || province_code === words.trim())
    .slice(0, 20)
    .map(({ code, name }) => ({ code, name }))
}

/** Letters and digits only: the list writes `KI'E`, `Kot olin`, `Soka"an`; people write them otherwise. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
}
