/** One person whom mail does not reach. */
import { useState } from 'preact/hooks'
import { repairMailbox, type Unreachable } from '../api/mails.ts'
import { FailureNote } from '../controls/failure-note.tsx'
import { FieldFrame } from '../controls/field-frame.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { unreachableWording as words } from '../wording/mail-desk.ts'
import { fullMoment } from '../wording/moments.ts'

type One = Unreachable['people'][number]
type UnreachableCardProps = {
  readonly unreachable: One
  readonly mayRepair: boolean
  readonly onRepaired: () => void
}

export function UnreachableCard({ unreachable, mayRepair, onRepaired }: UnreachableCardProps) {
  const { person, state, since, nid, deputy, instead } = unreachable
  return (
    <article class="card" id={person.id}>
      <h2>{person.name}</h2>
      <p>
        {person.title !== person.name && person.title}
        {person.email !== undefined && (
          <>
            <br />
            <span class="address">{person.email}</span>
          </>
        )}
      </p>
      <p>
        {say(state === 'bounced' ? words.bounced : words.complained)} {fullMoment(since, zone.value)}.{' '}
        <a href={`/surat/${nid}`}>{say(words.seeMail)}</a>
      </p>
      <h3>{say(words.call)}</h3>
      <ul>
        {deputy !== undefined && (
          <li>
            {deputy.name} (<strong>{say(words.deputy)}</strong>): <Phone number={deputy.phone} />
          </li>
        )}
        {instead.flatMap(({ agency, people }) => [
          ...people.map((each) => (
            <li key={`${agency.id} ${each.id}`}>
              {each.name}: <Phone number={each.phone} />
            </li>
          )),
          <li key={agency.id}>
            {say(words.office)} {say(agency.name)}: <Phone number={agency.phone} />
          </li>,
        ])}
      </ul>
      {mayRepair && <Repair person={person} onRepaired={onRepaired} />}
    </article>
  )
}

function Phone({ number }: { number: string | undefined }) {
  if (number === undefined) return <span class="hint">{say(words.noPhone)}</span>
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
}

function Repair({ person, onRepaired }: { person: One['person']; onRepaired: () => void }) {
  const [email, setEmail] = useState('')
  const [invalid, setInvalid] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const id = `surel-${person.id}`
  const repair = async (address: string | undefined) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await repairMailbox(person.id, address)
      onRepaired()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const address = email.trim()
        const whole = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
        setInvalid(!whole)
        if (whole) void repair(address)
        else document.getElementById(id)?.focus()
      }}
    >
      <FieldFrame id={id} label={say(words.newAddress)} error={invalid ? say(words.invalid) : undefined}>
        {(ties) => (
          <input
            {...ties}
            class="text-input"
            type="email"
            inputMode="email"
            autoComplete="off"
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        )}
      </FieldFrame>
      <FailureNote failure={failure} />
      <p class="cluster">
        <button type="submit" class="button main" disabled={busy}>
          {say(words.save)}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => void repair(undefined)}>
          {say(words.works)}
        </button>
      </p>
    </form>
  )
}
