/** Which agency a unit of SIPD probably is, by its name; a suggestion that the coordinator confirms, never a decision. */
import type { Agency } from '../../schema/region.ts'
import type { SipdUnit } from '../../schema/sipd/budget.ts'

/** Words that every office has; `kecamatan` and `kelurahan` tell kinds apart and stay. */
const idle = new Set(['dan', 'dinas', 'badan', 'kota', 'kabupaten', 'daerah', 'pemerintah', 'provinsi', 'serta'])

function wordsOf(name: string, place: ReadonlySet<string>): Set<string> {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  return new Set(words.filter((word) => word !== '' && !idle.has(word) && !place.has(word)))
}

/** Alike from 0 to 1: shared words over all words. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  const all = new Set([...a, ...b]).size
  return all === 0 ? 0 : shared / all
}

const least = 0.5

/** `region` is the city's own name, which units carry or not. Undefined where none is alike enough, or two are equally so. */
export function suggestOwner(
  unit: Pick<SipdUnit, 'name'>,
  agencies: readonly Agency[],
  region: string,
): string | undefined {
  const place = new Set(wordsOf(region, new Set()))
  const own = wordsOf(unit.name, place)
  const scored = agencies
    .map(({ id, name, shortName }) => ({
      id,
      score: Math.max(likeness(own, wordsOf(name.id, place)), likeness(own, wordsOf(shortName, place))),
    }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (best === undefined || best.score < least || best.score === second?.score) return undefined
  return best.id
}
