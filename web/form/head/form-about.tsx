/** What the form asks for, until when, and the way to more time: folded, unless more time has been asked for. */
import { useState } from 'preact/hooks'
import type { Assignment } from '../../../functions/schema/round.ts'
import type { RoundView } from '../../api/rounds.ts'
import { AskExtension } from '../../extension/ask-extension.tsx'
import { Deadlines } from '../../tasks/deadlines.tsx'
import { headWording as words } from '../../wording/head.ts'
import { say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'

export type FormAboutProps = { readonly assignment: Assignment; readonly view: RoundView; readonly open: boolean }

export function FormAbout({ assignment, view, open }: FormAboutProps) {
  const { definition } = useForm()
  const [asked, setAsked] = useState(false)
  return (
    <details class="door" open={asked || !open}>
      <summary>{say(words.about)}</summary>
      <p>{say(definition.description)}</p>
      <dl class="facts">
        <Deadlines assignment={assignment} holidays={view.holidays} />
      </dl>
      <AskExtension
        round={view.round.id}
        agency={assignment.agencyId}
        closesOn={assignment.closesOn}
        onAsked={setAsked}
      />
    </details>
  )
}
