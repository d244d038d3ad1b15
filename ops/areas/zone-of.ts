/** The time zone of a regency, by its province: what Keppres 41/1987 says, with the provinces that were made since. */

export type Zone = { zone: string; zoneName: 'WIB' | 'WITA' | 'WIT' }

const central = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']
const eastern = ['81', '82', '91', '92', '93', '94', '95', '96']
/** West Kalimantan and Central Kalimantan have WIB under an IANA zone of their own, for what was before 1988. */
const pontianak = ['61', '62']

export function zoneOf(regencyCode: string): Zone {
  const province = regencyCode.slice(0, 2)
  if (eastern.includes(province)) return { zone: 'Asia/Jayapura', zoneName: 'WIT' }
  if (central.includes(province)) return { zone: 'Asia/Makassar', zoneName: 'WITA' }
  return { zone: pontianak.includes(province) ? 'Asia/Pontianak' : 'Asia/Jakarta', zoneName: 'WIB' }
}
