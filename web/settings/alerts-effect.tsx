/** What the typed hours and days would do to the mails to come, before they are saved. */
import { useState } from 'preact/hooks'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { sayFailure } from '../api/problem.ts'
import { fetchSettingsEffect, type SettingsEffect } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { mailName } from '../wording/mail.ts'
import { fullMoment } from '../wording/moments.ts'
import { effectWording as words } from '../wording/round-settings.ts'

export function AlertsEffect({ round, alertPlan }: { round: string; alertPlan: RoundPlan['alertPlan'] }) {
  const [effect, setEffect] = useState<SettingsEffect>()
  const [failure, setFailure] = useState<unknown>()
  const look = async () => {
    setFailure(undefined)
    try {
      setEffect(await fetchSettingsEffect(round, alertPlan))
    } catch (error) {
      setFailure(error)
    }
  }
  const nothing = effect !== undefined && effect.added.length + effect.removed.length + effect.moved.length === 0
  return (
    <div aria-live="polite">
      <button type="button" class="button small" onClick={() => void look()}>
        {say(words.look)}
      </button>
      {failure !== undefined && <p class="error-text">{sayFailure(failure)}</p>}
      {nothing && <p>{say(words.nothing)}</p>}
      {effect !== undefined &&
        (['added', 'removed', 'moved'] as const)
          .filter((name) => effect[name].length > 0)
          .map((name) => (
            <details key={name}>
              <summary>
                {say(words[name])}: {effect[name].length}
              </summary>
              <ul>
                {effect[name].map((mail) => (
                  <li key={mail.nid}>
                    {'from' in mail && `${fullMoment(mail.from, zone.value)} → `}
                    {fullMoment(mail.dueAt, zone.value)}: {say(mailName(mail))}, {mail.recipient.name}
                  </li>
                ))}
              </ul>
            </details>
          ))}
    </div>
  )
}
