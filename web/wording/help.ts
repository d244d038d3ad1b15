/** What is done on each page, in four lines, by the address as the table of pages has it. Fetched when somebody asks. */
import type { Wording } from '../../functions/schema/wording.ts'
import { helpAgency } from './help-agency.ts'
import type { Help } from './help-lines.ts'
import { helpRegion } from './help-region.ts'
import { helpSettings } from './help-settings.ts'

export const helpWording = {
  title: { id: 'Di halaman ini', en: 'On this page' },
  close: { id: 'Tutup', en: 'Close' },
} satisfies Record<string, Wording>

export const help: Help = { ...helpAgency, ...helpRegion, ...helpSettings }

const unknown: readonly Wording[] = [
  {
    id: 'Halaman ini tidak ada. Mulailah lagi dari halaman utama.',
    en: 'There is no such page. Begin again at the start.',
  },
]

/** The lines of the page at this address; of several patterns that fit, the one with the most fixed parts. */
export function helpFor(path: string): readonly Wording[] {
  const parts = path.split('/')
  const fixed = (pattern: string) => pattern.split('/').filter((part) => !part.startsWith(':')).length
  const fits = (pattern: string) => {
    const asked = pattern.split('/')
    const least = asked.filter((part) => !part.endsWith('?')).length
    return (
      parts.length >= least &&
      parts.length <= asked.length &&
      parts.every((part, at) => asked[at]?.startsWith(':') === true || asked[at] === part)
    )
  }
  const [pattern] = Object.keys(help)
    .filter(fits)
    .sort((a, b) => fixed(b) - fixed(a))
  return pattern === undefined ? unknown : (help[pattern] ?? unknown)
}
