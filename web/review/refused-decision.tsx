/** Why a decision was not saved and what to look at; it takes the focus. */
import { useEffect, useRef } from 'preact/hooks'
import { sayFailure } from '../api/problem.ts'
import { say } from '../wording/language.ts'
import { reviewWording as words } from '../wording/review.ts'
import { overtakenBy } from './use-decision.ts'

export type RefusedDecisionProps = {
  readonly refusal: unknown
  /** The page of the newest revision. */
  readonly newestHref: string
  readonly onReload: () => void
}

export function RefusedDecision({ refusal, newestHref, onReload }: RefusedDecisionProps) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (refusal !== undefined) place.current?.focus()
  }, [refusal])
  if (refusal === undefined) return null
  const by = overtakenBy(refusal)
  return (
    <section ref={place} class="panel bad" role="alert" tabIndex={-1}>
      <h3>{say(words.refused)}</h3>
      <p>
        <strong>{sayFailure(refusal)}</strong> {say(words.kept)}
      </p>
      {by !== undefined && (
        <p>
          <a class="button" href={newestHref} onClick={onReload}>
            {say(by === 'revision' ? words.seeNewest : words.seeDecision)}
          </a>
        </p>
      )}
    </section>
  )
}
