/** Who would get the reminder, who not and why, and the mail as the first of them would read it. */
import { useEffect, useRef } from 'preact/hooks'
import type { NudgePreview } from '../api/mails.ts'
import type { RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { sendToWords, verdictWords, remindWording as words } from '../wording/mail-desk.ts'
import { clockTime } from '../wording/moments.ts'
import { agencyNames } from './load-round.ts'
import { MailText } from './mail-dialog.tsx'

type RemindPreviewProps = {
  readonly preview: NudgePreview
  readonly view: RoundView
  /** Something was changed since. */
  readonly stale: boolean
  readonly busy: boolean
  readonly onSend: () => void
}

export function RemindPreview({ preview, view, stale, busy, onSend }: RemindPreviewProps) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [preview])
  const receiving = preview.people.filter(({ verdict }) => verdict === 'gets-it')
  return (
    <section ref={place} class="card" tabIndex={-1} aria-labelledby="pratinjau">
      <h2 id="pratinjau">{say(words.previewTitle)}</h2>
      {(['gets-it', 'reminded-today', 'unreachable'] as const).map((verdict) => {
        const people = preview.people.filter((each) => each.verdict === verdict)
        if (people.length === 0) return null
        return (
          <div key={verdict}>
            <h3>
              {say(verdictWords[verdict])} ({people.length})
            </h3>
            <ul>
              {people.map(({ recipient, agencyIds, remindedAt }) => (
                <li key={recipient.id}>
                  {recipient.name} <small>{agencyNames(view, agencyIds)}</small>
                  {remindedAt !== null && ` · ${clockTime(remindedAt, zone.value)} ${zone.value.zoneName}`}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <Rest title={say(words.nothingOpen)} ids={preview.nothingOpen} view={view} />
      <Rest title={say(words.nobody)} ids={preview.nobody} view={view} />
      {preview.mail !== null && (
        <>
          <h3>
            {say(words.firstReader)} {receiving[0]?.recipient.name}
          </h3>
          <MailText mail={preview.mail} />
        </>
      )}
      {receiving.length === 0 && !stale && <p class="panel warning">{say(words.noneGets)}</p>}
      {stale && <p class="panel warning">{say(words.stale)}</p>}
      {receiving.length > 0 && (
        <button type="button" class="button main" disabled={busy || stale} onClick={onSend}>
          {busy ? say(words.sending) : say(sendToWords(receiving.length))}
        </button>
      )}
    </section>
  )
}

function Rest({ title, ids, view }: { title: string; ids: readonly string[]; view: RoundView }) {
  if (ids.length === 0) return null
  return (
    <p>
      <strong>{title}:</strong> {agencyNames(view, ids)}
    </p>
  )
}
