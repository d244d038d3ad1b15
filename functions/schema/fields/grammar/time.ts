/** Times as people write them: `08.30`, `8:30`, `pukul 08.30 WITA`, `8:30 PM`, `0830`. An hour alone needs a word beside it. */
import { isRealTime } from './real.ts'

export function parseTime(typed: string): string | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const match =
    /^(pukul |jam |pkl\.? ?)?(\d{1,2})(?:[.:]?(\d{2})(?:[.:]00(?:\.0+)?)?)? ?(am|pm|a\.m\.|p\.m\.)?(?: ?(?:wib|wita|wit))?$/.exec(
      text,
    )
  if (match === null) return undefined
  const [, word = '', hour = '', minute, half = ''] = match
  if (minute === undefined && word === '' && half === '') return undefined
  const shift = half.startsWith('p') && Number(hour) < 12 ? 12 : half.startsWith('a') && hour === '12' ? -12 : 0
  if (half !== '' && (Number(hour) < 1 || Number(hour) > 12)) return undefined
  const time = `${String(Number(hour) + shift).padStart(2, '0')}:${minute ?? '00'}`
  return isRealTime(time) ? time : undefined
}
