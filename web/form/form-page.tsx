/** The page of one form of one agency. It opens the draft once and keeps it while dates and status around it are refreshed. */
import { computed } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { localMomentOf } from '../../functions/rules/wall-clock.ts'
import { useResource } from '../api/resource.ts'
import { fetchDraft, fetchNewerDraft, saveDraft, type Work } from '../api/work.ts'
import { remembered } from '../device/remembered.ts'
import { me, zone } from '../session/session.ts'
import { presentInstant, presentMinute } from '../shell/clock.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { unsaved } from '../shell/new-build.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { language, say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import type { DraftPort, DraftSession } from './draft/draft-port.ts'
import { openDraftSession, unreachable } from './draft/draft-session.ts'
import { createFormModel, FormContext, type FormModel } from './form-model.ts'
import { FormView } from './form-view.tsx'
import { commentsOf, type FormSetting, loadForm } from './load-form.ts'
import { newRowKey } from './model/row-key.ts'
import { rulesFor } from './model/rules-for.ts'
import { listedByBudget } from './sipd/listed.ts'
import './form.css'

export type OpenedForm = { readonly model: FormModel; readonly session: DraftSession }

export function FormPage() {
  const { params } = useRoute()
  const { round = '', agency = '', form = '' } = params
  const work = { round, agency, form }
  const key = `form|${round}|${agency}|${form}`
  const { value, error, reload } = useResource(key, () => remembered(me.peek()?.id ?? '-', key, () => loadForm(work)))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return <Opened key={key} work={work} setting={value} reload={reload} />
}

type OpenedProps = { readonly work: Work; readonly setting: FormSetting; readonly reload: () => void }

function Opened({ work, setting, reload }: OpenedProps) {
  const { route } = useLocation()
  const [opened, setOpened] = useState<OpenedForm>()
  const [error, setError] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  usePageTitle(say(setting.definition.title))
  shownRound.value = setting.view.round
  const known = useRef(setting)
  known.current = setting
  const settled = setting.assignment.status === 'accepted'
  useEffect(() => {
    if (settled) route(`/putaran/${work.round}/${work.agency}/${work.form}/kiriman`, true)
  }, [settled])
  useEffect(() => {
    let current = true
    let session: DraftSession | undefined
    // The coordinator may move the dates while the form is open.
    const hear = (closesAt: string) => closesAt !== known.current.assignment.closesAt && reload()
    openForm(work, setting, hear).then(
      (found) => {
        session = found.session
        if (current) setOpened(found)
        else session.stop()
      },
      (failure: unknown) => current && setError(failure),
    )
    return () => {
      current = false
      void session?.flush()
      session?.stop()
    }
  }, [attempt])
  // What was refused may be accepted after an extension or a move of the clock.
  useEffect(() => void opened?.session.flush(), [setting])
  useSaveOnLeaving(opened?.session)
  const kind = opened?.session.status.value.kind
  useEffect(() => {
    unsaved.value = kind !== undefined && kind !== 'saved' && kind !== 'untouched'
    return () => {
      unsaved.value = false
    }
  }, [kind])
  if (error !== undefined && opened === undefined) {
    return <ErrorPage error={error} retry={() => setAttempt((n) => n + 1)} />
  }
  if (opened === undefined || settled) return <Loading />
  return (
    <FormContext.Provider value={opened.model}>
      <FormView work={work} setting={setting} session={opened.session} />
    </FormContext.Provider>
  )
}

/** Opens the draft of this person's work, with what this device still holds of it. `hear`: until when it may be saved. */
export async function openForm(
  work: Work,
  setting: FormSetting,
  hear?: (closesAt: string) => void,
): Promise<OpenedForm> {
  const { definition, references, view, returned } = setting
  const port = {
    read: () => fetchDraft(work),
    readNewer: (etag: string) => fetchNewerDraft(work, etag, hear),
    save: (...[answers, etag, leaving, said]: Parameters<DraftPort['save']>) =>
      saveDraft(work, { formVersion: definition.version, answers, ...said }, { etag, leaving }),
    work,
  }
  const { draftCopies } = await import('../device/draft-copies.ts').catch(unreachable)
  const session = await openDraftSession(port, draftCopies(me.peek()?.id ?? '-', work, newRowKey(presentInstant())))
  const replies =
    returned && (await import('./review/replies.ts').catch(unreachable)).createReplies(work, returned, setting.replies)
  const rules = await rulesFor(definition).catch(unreachable)
  // The moment of receipt decides in the end; on the page a rule that asks for it need not tick.
  const now = localMomentOf(presentInstant(), zone.peek().zone)
  const today = computed(() => localDateAt(presentMinute.value, zone.value))
  const context = computed(() => ({
    today: today.value,
    agencyId: work.agency,
    fiscalYear: view.round.fiscalYear,
    references: listedByBudget.value?.(references) ?? references,
    ...(rules === undefined ? {} : { rules, now, language: language.value }),
  }))
  const model = createFormModel({ definition, context, session, comments: commentsOf(returned), replies })
  return { model, session }
}

/** How often a colleague's changes are asked for while the page is in sight. */
const lookMilliseconds = 45_000

/** Saves when the page goes out of sight or away; looks for a colleague's changes when it is in sight again. */
function useSaveOnLeaving(session: DraftSession | undefined): void {
  useEffect(() => {
    if (session === undefined) return
    const seen = () => {
      if (document.visibilityState === 'hidden') void session.flush(true)
      else void session.look()
    }
    const online = () => void session.flush().then(() => session.look())
    const leave = (event: BeforeUnloadEvent) => {
      void session.flush(true)
      const { kind } = session.status.peek()
      // Only where the device keeps nothing would leaving lose something.
      if (!session.onDevice.peek() && kind !== 'saved' && kind !== 'untouched') {
        event.preventDefault()
        // Older browsers ask only for this.
        event.returnValue = ''
      }
    }
    const timer = setInterval(() => document.visibilityState === 'visible' && void session.look(), lookMilliseconds)
    document.addEventListener('visibilitychange', seen)
    addEventListener('online', online)
    addEventListener('beforeunload', leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('online', online)
      removeEventListener('beforeunload', leave)
    }
  }, [session])
}
