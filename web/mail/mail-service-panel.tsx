/** While no mail goes, or no report on mails arrives: since when, why, and for a coordinator the codes that people wait for. */
import { useState } from 'preact/hooks'
import { fetchMailService, handOverCode, type MailService } from '../api/mails.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { me, zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { mailTroubles, mailServiceWording as words } from '../wording/mail-service.ts'
import { fullMoment } from '../wording/moments.ts'

export function MailServicePanel() {
  const { value, reload } = useResource('mail-service', fetchMailService)
  const { state, since, trouble } = value?.mail ?? { state: 'ok', since: null, trouble: null }
  if (value === undefined || state === 'ok' || since === null) return null
  return (
    <div class="panel warning no-print" role="status">
      <p>
        <strong>
          {say(state === 'held' ? words.held : words.unheard)} {fullMoment(since, zone.value)}
        </strong>
        {trouble !== null && <> ({say(mailTroubles[trouble] ?? words.otherTrouble)})</>}.
      </p>
      <p>{say(state === 'held' ? words.heldMeans : words.unheardMeans)}</p>
      {me.value?.role === 'coordinator' && state === 'held' && <Codes service={value} reload={reload} />}
    </div>
  )
}

function Codes({ service: { waiting, handed }, reload }: { service: MailService; reload: () => void }) {
  return (
    <>
      <h2>{say(words.codes)}</h2>
      <p class="hint">{say(words.codesHint)}</p>
      {waiting.length === 0 && <p>{say(words.nobodyWaits)}</p>}
      <ul>
        {waiting.map(({ person, expiresAt }) => (
          <WaitingCode key={person.id} person={person} expiresAt={expiresAt} reload={reload} />
        ))}
      </ul>
      {handed.length > 0 && (
        <ul class="hint">
          {handed.map(({ person, by, askedAt }) => (
            <li key={`${person.id} ${askedAt}`}>
              {person.name}: {say(words.handedBy)} {by.name}, {fullMoment(askedAt, zone.value)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Waiting = MailService['waiting'][number]

function WaitingCode({ person, expiresAt, reload }: Omit<Waiting, 'askedAt'> & { reload: () => void }) {
  const [code, setCode] = useState<string>()
  const [failure, setFailure] = useState<unknown>()
  const hand = async () => {
    try {
      setCode((await handOverCode(person.id)).code)
    } catch (error) {
      setFailure(error)
      reload()
    }
  }
  return (
    <li>
      {person.name}, {say(words.until)} {fullMoment(expiresAt, zone.value)}:{' '}
      {code === undefined ? (
        <button type="button" onClick={hand}>
          {say(words.show)}
        </button>
      ) : (
        <strong>{code}</strong>
      )}
      {failure !== undefined && <p class="error">{sayFailure(failure)}</p>}
    </li>
  )
}
