/** What a coordinator does about a person at once, whatever is being typed: put out, or signed out of every device. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { sayFailure } from '../api/problem.ts'
import { actOnPerson, type PersonAct } from '../api/settings.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { personActWords as words } from '../wording/directory.ts'
import { say } from '../wording/language.ts'

type PersonActsProps = {
  readonly person: string
  readonly disabled: boolean
  readonly onDone: () => void
  /** What follows from putting the person out. */
  readonly consequence: ComponentChildren
}

export function PersonActs({ person, disabled, onDone, consequence }: PersonActsProps) {
  const [asking, setAsking] = useState<PersonAct>()
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<PersonAct>()
  const [failure, setFailure] = useState<unknown>()
  const act = async (which: PersonAct) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await actOnPerson(person, which)
      setDone(which)
      onDone()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
    setAsking(undefined)
  }
  const acts = (['sign-outs', 'deactivation'] as const).filter((which) => !(disabled && which === 'deactivation'))
  return (
    <section aria-labelledby="tindakan">
      <h2 id="tindakan">{say(words.title)}</h2>
      <p class="cluster">
        {acts.map((which) => (
          <button key={which} type="button" class="button" onClick={() => setAsking(which)}>
            {say(words[which].label)}
          </button>
        ))}
      </p>
      <div aria-live="polite">
        {done !== undefined && <p class="panel good">{say(words[done].done)}</p>}
        {failure !== undefined && <p class="panel bad">{sayFailure(failure)}</p>}
      </div>
      {asking !== undefined && (
        <ConfirmDialog
          title={say(words[asking].label)}
          confirm={say(words[asking].label)}
          busy={busy}
          onConfirm={() => void act(asking)}
          onClose={() => setAsking(undefined)}
        >
          <p>{say(words[asking].what)}</p>
          {asking === 'deactivation' && consequence}
        </ConfirmDialog>
      )}
    </section>
  )
}
