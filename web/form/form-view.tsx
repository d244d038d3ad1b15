/** The form as it is filled: where it stands, what is wrong, header, tables, and at the foot where the work lies and the way to send it. */
import { computed } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { isTableVisible } from '../../functions/schema/answers/settle-cells.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import type { Work } from '../api/work.ts'
import { me } from '../session/session.ts'
import { calm, drawn } from '../shell/calm.ts'
import { presentMinute } from '../shell/clock.ts'
import { fetched, later } from '../shell/later.tsx'
import { say } from '../wording/language.ts'
import { statusWords, workingDaysWords, workWording } from '../wording/work.ts'
import type { DraftSession } from './draft/draft-port.ts'
import { loadTogether } from './draft/draft-session.ts'
import { type FormModel, useForm } from './form-model.ts'
import { answeredParts, openFields } from './head/head-parts.ts'
import { HeaderFields } from './header-fields.tsx'
import type { FormSetting } from './load-form.ts'
import { loadRefill } from './model/refilling.ts'
import { goToNext, onF8 } from './next-problem.ts'
import { SubmitBar } from './submit/submit-bar.tsx'
import { loadSender, useSubmission } from './submit/use-submission.ts'
import { RowTable } from './table/row-table.tsx'

/** Here before the connection can go, though nobody needs them before something is typed. */
const useSoonNeeded = fetched(() => drawn().then(() => Promise.all([loadTogether(), loadSender(), loadRefill()])))
const loadFocus = async () => (await import('./focus-pointer.ts')).focusPointer
const ConflictPanel = later(async () => (await import('./draft/conflict-panel.tsx')).ConflictPanel)
const Doors = later(async () => (await import('./head/doors.tsx')).Doors, drawn)
const ErrorSummary = later(async () => (await import('./submit/error-summary.tsx')).ErrorSummary)
const FindingsPanel = later(async () => (await import('./findings/findings-panel.tsx')).FindingsPanel, calm)
const MergedNote = later(async () => (await import('./draft/merged-note.tsx')).MergedNote)
const NilPanel = later(async () => (await import('./submit/nil-panel.tsx')).NilPanel, drawn)
const RefusedPanel = later(async () => (await import('./submit/refused-panel.tsx')).RefusedPanel)
const ReturnedPanel = later(async () => (await import('./review/returned-panel.tsx')).ReturnedPanel)
const SubmitDialog = later(async () => (await import('./submit/submit-dialog.tsx')).SubmitDialog)
const WindowNotice = later(async () => (await import('./window/window-notice.tsx')).WindowNotice, drawn)

export type FormViewProps = { readonly work: Work; readonly setting: FormSetting; readonly session: DraftSession }

export function FormView({ work, setting, session }: FormViewProps) {
  const model = useForm()
  const { definition, view, assignment } = setting
  void useSoonNeeded()
  const submission = useSubmission({ work, session, model })
  const open = useOpen(assignment)
  useAddressedPlace(model)
  useEffect(() => onF8(() => goToNext(model)), [model])
  // The first save makes it a draft before the assignment is loaded again.
  const begun = assignment.status === 'not-started' && session.status.value.kind === 'saved'
  const status = begun ? 'draft' : assignment.status
  const save = () => session.status.peek().kind === 'waiting' && void session.flush()
  // Decided when the form is opened: nothing folds while it is typed.
  const folded = useMemo(() => answeredParts(model), [model])
  // Who serves one agency knows which.
  const agency = me.value?.agencies.length === 1 ? undefined : view.agencies.find(({ id }) => id === work.agency)
  return (
    <article class="form">
      <div class="form-top">
        <h1>{say(definition.title)}</h1>
        <p class="form-line">
          <a href="/tugas">‹ {say(workWording.tasks)}</a>
          {agency !== undefined && ` · ${say(agency.name)}`}{' '}
          <span class={`tag ${status}`}>{say(statusWords[status])}</span>{' '}
          {open && <span class="tag">{say(workingDaysWords(assignment.workingDaysLeft))}</span>}
        </p>
      </div>
      <div class="doors" onFocusOut={save}>
        <Doors work={work} setting={setting} session={session} folded={folded} open={open} />
      </div>
      <WindowNotice work={work} assignment={assignment} open={open} session={session} />
      {model.replies !== undefined && <ReturnedPanel replies={model.replies} />}
      {session.mergedWith.value !== undefined && <MergedNote session={session} />}
      {session.conflict.value !== undefined && <ConflictPanel session={session} />}
      {submission.refusal.value !== undefined && <RefusedPanel refusal={submission.refusal.value} work={work} />}
      {submission.attempts.value > 0 && <ErrorSummary attempt={submission.attempts.value} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submission.check()
        }}
        onKeyDown={keepFromSending}
        onFocusOut={save}
      >
        <HeaderFields only={openFields(definition, folded)} />
        {definition.tables
          .filter((table) => isTableVisible(table, model.header.value))
          .map((table) => (
            <RowTable key={table.id} table={table} />
          ))}
        <FindingsPanel work={work} view={view} session={session} />
        {open && definition.nilAllowed && <NilPanel submission={submission} />}
        <SubmitBar session={session} submission={submission} open={open} />
      </form>
      {submission.state.value === 'confirming' && <SubmitDialog submission={submission} open={open} />}
    </article>
  )
}

/** Whether the server would still take it: a window also closes under an open form. */
function useOpen({ open, closesAt }: Assignment): boolean {
  const stands = useMemo(() => computed(() => open && presentMinute.value < new Date(closesAt)), [open, closesAt])
  return stands.value
}

/** A mail or a list links to a cell: `.../formulir#/rows/penandaan/01J.../paguDitandai`. */
function useAddressedPlace(model: FormModel): void {
  useEffect(() => {
    const go = () => {
      const { hash } = location
      if (hash.startsWith('#/')) void loadFocus().then((focus) => focus(model, decodeURIComponent(hash.slice(1))))
    }
    go()
    addEventListener('hashchange', go)
    return () => removeEventListener('hashchange', go)
  }, [model])
}

/** Enter in a field of a long form is a slip, not the wish to send it. */
function keepFromSending(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
