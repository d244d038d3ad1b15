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

/** Undefined where none is alike enough, or two are equally so. */
export type SuggestOwner = (unit: Pick<SipdUnit, 'name'>) => string | undefined

/** `region` is the city's own name, which units carry or not. Agencies' names are taken apart once for all units. */
export function ownerSuggester(agencies: readonly Agency[], region: string): SuggestOwner {
  const place = wordsOf(region, new Set())
  const known = agencies.map(({ id, name, shortName }) => ({
    id,
    names: [name.id, shortName].map((each) => wordsOf(each, place)),
  }))
  return ({ name }) => {
    const own = wordsOf(name, place)
    let [best, second]: { id: string; score: number }[] = []
    for (const { id, names } of known) {
      const score = Math.max(...names.map((words) => likeness(own, words)))
      if (score > (best?.score ?? 0)) [best, second] = [{ id, score }, best]
      else if (score > (second?.score ?? 0)) second = { id, score }
    }
    if (best === undefined || best.score < least || best.score === second?.score) return undefined
    return best.id
  }
}
