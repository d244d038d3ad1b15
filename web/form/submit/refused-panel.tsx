/** Why a submission was not taken, what to do now, and that nothing typed is lost. It takes the focus. */
import { useEffect, useRef } from 'preact/hooks'
import { isProblem, sayFailure } from '../../api/problem.ts'
import type { Work } from '../../api/work.ts'
import { zone } from '../../session/session.ts'
import { closedWords, formWindowWording } from '../../wording/form-window.ts'
import { language, say } from '../../wording/language.ts'
import { longLocalDate } from '../../wording/moments.ts'
import { sentAgainWords, refusedWording as words } from '../../wording/refused.ts'
import { again } from './until-taken.ts'

export function RefusedPanel({ refusal, work }: { refusal: unknown; work: Work }) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (refusal !== undefined) place.current?.focus()
  }, [refusal])
  if (refusal === undefined) return null
  const newer = isProblem(refusal, 'revision-conflict') || isProblem(refusal, 'submission-accepted')
  return (
    <section ref={place} class="panel bad" role="alert" tabIndex={-1}>
      <h2>{say(words.refusedTitle)}</h2>
      <p>
        <strong>{sayRefusal(refusal)}</strong>
      </p>
      {again.value !== undefined && <p>{say(sentAgainWords(again.value))}</p>}
      {isProblem(refusal, 'round-closed') && <p>{say(formWindowWording.askExtension)}</p>}
      <p>{say(words.nothingLost)}</p>
      {newer && (
        <p>
          <a href={`/putaran/${work.round}/${work.agency}/${work.form}/kiriman`}>{say(words.newer)}</a>
        </p>
      )}
    </section>
  )
}

function sayRefusal(refusal: unknown): string {
  if (refusal === 'unsaved') return say(words.saveFirst)
  if (!isProblem(refusal, 'round-closed') || refusal.body.closedOn === undefined) return sayFailure(refusal)
  const day = longLocalDate(refusal.body.closedOn)
  const { zoneName } = zone.value
  return say(closedWords(language.value === 'id' ? `${day} pukul 23.59 ${zoneName}` : `${day} at 23:59 ${zoneName}`))
}
