/**
 * Where the menu of those who see the whole region leads. Most places are about one round; opened from a page about another round
 * than the one they show by themselves, they must stay with it, or a decision is taken in the wrong round.
 */
import type { Wording } from '../../functions/schema/wording.ts'
import { placeWording } from '../wording/round-places.ts'
import { shellWording } from '../wording/shell.ts'
import { isRehearsalRound } from './shown-rehearsal.ts'

export type RoundPlace = {
  readonly href: string
  readonly label: Wording
  readonly for: readonly ('region' | 'coordinator')[]
  readonly ofRound: boolean
}

const both = ['region', 'coordinator'] as const
/** In the order of daily use. */
export const roundPlaces: readonly RoundPlace[] = [
  { href: '/rekap', label: placeWording.board, for: both, ofRound: true },
  { href: '/reviu', label: placeWording.reviews, for: ['coordinator'], ofRound: true },
  { href: '/temuan', label: shellWording.findings, for: both, ofRound: true },
  { href: '/surat', label: shellWording.mails, for: both, ofRound: true },
  { href: '/rekap/jendela', label: placeWording.windows, for: both, ofRound: true },
  { href: '/hasil', label: placeWording.results, for: both, ofRound: true },
  { href: '/kalender', label: shellWording.calendar, for: both, ofRound: false },
  { href: '/pengaturan', label: placeWording.settings, for: ['coordinator'], ofRound: false },
]

/** The place to which a page belongs: `/surat/rencana` is one of the mail pages. */
export function menuEntryOf(path: string): string | undefined {
  return roundPlaces
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** The round that an address names, in its path or in its query. */
export function roundIn(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url, 'https://page.invalid')
  const named = /^\/(?:putaran|latihan|pengaturan\/putaran)\/([^/]+)/.exec(pathname)?.[1]
  return searchParams.get('putaran') ?? (named === undefined ? undefined : decodeURIComponent(named))
}

/** The mails of a round, or those of one kind; a rehearsal's are captured, and stand on its own page. */
export function mailsOf(round: string, kind?: string): string {
  const id = encodeURIComponent(round)
  if (isRehearsalRound(round)) return `/latihan/${id}`
  return `/surat?putaran=${id}${kind === undefined ? '' : `&jenis=${kind}`}`
}

/**
 * `own`: the round that the place shows unless told another. Places about no round keep it in their address too, for the way back; but
 * they are real, so never a rehearsal's.
 */
export function addressIn(round: string | undefined, place: RoundPlace, own: string | undefined): string {
  if (round === undefined || round === own) return place.href
  if (!place.ofRound && isRehearsalRound(round)) return place.href
  return place.href === '/surat' ? mailsOf(round) : `${place.href}?putaran=${encodeURIComponent(round)}`
}
