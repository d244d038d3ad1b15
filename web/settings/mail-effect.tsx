/**
 * Before settings that move mails are saved the page says what will change, as the planner on the server counts it. Where no mail
 * changes nothing is asked; what the server would refuse is refused here already.
 */
import { useState } from 'preact/hooks'
import type { Role } from '../../functions/schema/region.ts'
import { type EffectQuestion, fetchSettingsEffect, type SettingsEffect } from '../api/settings.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { zone } from '../session/session.ts'
import { roleWords } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { mailName } from '../wording/mail.ts'
import { clockTime, longDate } from '../wording/moments.ts'
import { effectDays, hourWords, moreChanges, effectWording as words } from '../wording/round-settings.ts'
import { settingsWording } from '../wording/settings.ts'
import { ThoughtBetter } from './saving.ts'

type Lines = SettingsEffect['lines']
/** So many are read before a save; the others are folded. */
const shown = 8

/** `look` goes through where nothing changes or the person confirms; else it rejects with `ThoughtBetter`. Draw `dialog` beside the form. */
export function useMailEffect() {
  const [asked, setAsked] = useState<{ lines: Lines; answer: (isConfirmed: boolean) => void }>()
  const look = async (question: EffectQuestion) => {
    const { lines } = await fetchSettingsEffect(question)
    if (lines.length === 0) return
    const isConfirmed = await new Promise<boolean>((answer) => setAsked({ lines, answer }))
    setAsked(undefined)
    if (!isConfirmed) throw new ThoughtBetter()
  }
  const dialog = asked && (
    <ConfirmDialog
      title={say(words.title)}
      confirm={say(settingsWording.save)}
      busy={false}
      onConfirm={() => asked.answer(true)}
      onClose={() => asked.answer(false)}
    >
      <p>{say(words.lead)}</p>
      <EffectLines lines={asked.lines} />
    </ConfirmDialog>
  )
  return { look, dialog }
}

function EffectLines({ lines }: { readonly lines: Lines }) {
  const rest = lines.slice(shown)
  return (
    <>
      <LineList lines={lines.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{say(moreChanges(rest.length))}</summary>
          <LineList lines={rest} />
        </details>
      )}
    </>
  )
}

function LineList({ lines }: { readonly lines: Lines }) {
  return (
    <ul class="mail-effect">
      {lines.map((line) => (
        <li key={`${line.effect} ${line.kind} ${line.step} ${line.from} ${line.at.join()}`}>
          <strong>{say(mailName(line))}</strong>: {say(words[line.effect])}
          <br />
          {say(hourWords(hoursOf(line)))}, {say(effectDays(line.at.map((at) => longDate(at, zone.value))))}
          <br />
          <small>{concernedBy(line)}</small>
        </li>
      ))}
    </ul>
  )
}

function hoursOf({ from, at: [first = ''] }: Lines[number]) {
  return { from: from?.replace(':', '.'), at: `${clockTime(first, zone.value)} ${zone.value.zoneName}` }
}

/** By name where they are few, else how many of each role. */
function concernedBy({ people, names }: Lines[number]): string {
  const counts = Object.entries(people) as [Role, number][]
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  if (total <= names.length) return names.join(', ')
  return counts.map(([role, count]) => `${count} ${say(roleWords[role])}`).join(', ')
}
