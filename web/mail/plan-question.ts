/**
 * What the plan page is asked, as it stands in its address: `?seolah=2026-02-12T08:00&ubah=extend&akhir=2026-02-20&target=...`
 * and `&perangkat=dinsos,perikanan` for a change that concerns some agencies only.
 */
import type { PlanQuestion } from '../api/mails.ts'

const names = { asOf: 'seolah', change: 'ubah', closesOn: 'akhir', targetOn: 'target', agencies: 'perangkat' } as const

const changes = ['extend', 'reopen', 'correct', 'close'] as const

export function questionIn(query: Readonly<Record<string, string>>): PlanQuestion {
  const { seolah, ubah, akhir, target, perangkat } = query
  const change = changes.find((each) => each === ubah)
  if (change === undefined) return { asOf: seolah }
  return {
    asOf: seolah,
    change,
    closesOn: change === 'close' ? undefined : akhir,
    targetOn: target,
    agencies: perangkat,
  }
}

/** `round`: where the page was asked for another than the newest. `only`: the one agency whose mails are shown. */
export function addressOf(question: PlanQuestion, round: string | undefined, only?: string): string {
  const query = new URLSearchParams(round === undefined ? {} : { putaran: round })
  if (only !== undefined && only !== '') query.set('untuk', only)
  for (const [key, name] of Object.entries(names)) {
    const value = question[key as keyof typeof names]
    if (value !== undefined && value !== '') query.set(name, value)
  }
  const text = query.toString()
  return `/surat/rencana${text === '' ? '' : `?${text}`}`
}
