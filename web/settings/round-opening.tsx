/** A draft before it is opened: which forms, who is mailed, and what goes out within a day; then the one click that opens it. */
import { useState } from 'preact/hooks'
import type { PlannedMail } from '../../functions/http/mail-shapes.ts'
import { useResource } from '../api/resource.ts'
import { fetchOpening, openRound } from '../api/settings.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { FailureNote } from '../controls/failure-note.tsx'
import { zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { mailName } from '../wording/mail.ts'
import { fullMoment } from '../wording/moments.ts'
import { openingWording as words } from '../wording/round-settings.ts'

export function RoundOpening({ round, onOpened }: { round: string; onOpened: () => void }) {
  const { value, error, reload } = useResource(`opening|${round}`, () => fetchOpening(round))
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const open = async () => {
    setBusy(true)
    try {
      await openRound(round, value.revision)
      onOpened()
    } catch (refused) {
      setFailure(refused)
      reload()
    }
    setBusy(false)
    setAsking(false)
  }
  const kinds = new Map<string, PlannedMail[]>()
  for (const mail of value.mails) {
    const key = `${mail.dueAt} ${say(mailName(mail))}`
    kinds.set(key, [...(kinds.get(key) ?? []), mail])
  }
  return (
    <section class="card" aria-labelledby="buka-putaran">
      <h2 id="buka-putaran">{say(words.title)}</h2>
      <p>{say(words.draft)}</p>
      <FailureNote failure={failure} />
      <dl class="facts">
        <div>
          <dt>{say(words.forms)}</dt>
          <dd>{value.forms.map(({ form, agencies }) => `${say(form.shortTitle)} (${agencies})`).join(', ')}</dd>
        </div>
        <div>
          <dt>
            {say(words.people)} ({value.people.length})
          </dt>
          <dd>{value.people.map(({ name }) => name).join(', ')}</dd>
        </div>
        {value.nobody.length > 0 && (
          <div>
            <dt>{say(words.nobody)}</dt>
            <dd>
              <strong>{value.nobody.join(', ')}</strong>
            </dd>
          </div>
        )}
      </dl>
      <h3>
        {say(words.mails)} ({value.mails.length})
      </h3>
      {value.mails.length === 0 ? <p>{say(words.noMails)}</p> : null}
      <ul>
        {[...kinds].map(([key, mails]) => (
          <li key={key}>
            {fullMoment(mails[0]?.dueAt ?? '', zone.value)}: {mails[0] && say(mailName(mails[0]))} ({mails.length}) ·{' '}
            {mails.map(({ recipient }) => recipient.name).join(', ')}
          </li>
        ))}
      </ul>
      {value.mails.length === 0 && value.firstAt !== null && (
        <p>
          {say(words.firstAt)}: {fullMoment(value.firstAt, zone.value)}
        </p>
      )}
      <button type="button" class="button main" onClick={() => setAsking(true)}>
        {say(words.title)}
      </button>
      {asking && (
        <ConfirmDialog
          title={say(words.ask)}
          confirm={say(words.title)}
          busy={busy}
          onConfirm={() => void open()}
          onClose={() => setAsking(false)}
        >
          <p>
            {say(words.mails)}: {value.mails.length}
          </p>
        </ConfirmDialog>
      )}
    </section>
  )
}
