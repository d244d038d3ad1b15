/** To which day and time the rehearsal clock is to go; fetched when it is asked for. */
import { useState } from 'preact/hooks'
import { instantOf } from '../../functions/rules/zone.ts'
import { DateBox } from '../controls/date-box.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { clockTime, localDateAt } from '../wording/moments.ts'
import { rehearsalWording } from '../wording/rehearsal.ts'
import { presentMinute } from './clock.ts'

export type MoveToProps = { readonly moving: boolean; readonly move: (to: Date) => Promise<void> }

export function MoveTo({ moving, move }: MoveToProps) {
  const present = presentMinute.value
  const suggestion = `${localDateAt(present, zone.value)}T${clockTime(present, zone.value).replace('.', ':')}`
  const [typed, setTyped] = useState<string>()
  return (
    <form
      class="cluster"
      onSubmit={(event) => {
        event.preventDefault()
        const [date = '', time = ''] = (typed ?? suggestion).split('T')
        if (time !== '') void move(instantOf(date, time, zone.value.zone)).then(() => setTyped(undefined))
      }}
    >
      <label class="unseen" for="pindah-ke">
        {say(rehearsalWording.moveTo)}
      </label>
      <DateBox
        id="pindah-ke"
        label={say(rehearsalWording.moveTo)}
        value={typed ?? suggestion}
        withTime
        silent
        onInput={setTyped}
      />
      <button type="submit" class="button small" disabled={moving}>
        {say(rehearsalWording.move)}
      </button>
    </form>
  )
}
