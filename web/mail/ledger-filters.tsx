/** What of the ledger is shown. Every choice is an address, so that it can be sent to a colleague; counts tell what is there. */
import { useLocation } from 'preact-iso'
import type { NotificationList } from '../api/mails.ts'
import type { RoundView } from '../api/rounds.ts'
import { say } from '../wording/language.ts'
import { kindWords } from '../wording/mail.ts'
import { mailWording as words } from '../wording/mail-desk.ts'
import { outcomeTone, outcomeWords } from '../wording/mail-outcomes.ts'
import { Choice } from './choice.tsx'

type LedgerFiltersProps = {
  readonly view: RoundView | undefined
  readonly counts: NotificationList['counts']
  readonly isWide: boolean
}
type Outcome = keyof typeof outcomeWords
type Kind = keyof typeof kindWords
const filterNames = ['perangkat', 'orang', 'jenis', 'keadaan'] as const

export function LedgerFilters({ view, counts, isWide }: LedgerFiltersProps) {
  const { query, route } = useLocation()
  const go = (change: Partial<Record<(typeof filterNames)[number], string>>) =>
    route(addressOf({ ...query, ...change }))
  const people = (view?.people ?? []).filter(
    ({ agencyIds }) => query.perangkat === undefined || agencyIds.includes(query.perangkat),
  )
  const option = (value: string, label: string) => ({ value, label })
  return (
    <form class="ledger-filters no-print" aria-label={say(words.filters)} onSubmit={(event) => event.preventDefault()}>
      {isWide && (
        <>
          <Choice
            id="perangkat"
            label={say(words.agency)}
            value={query.perangkat}
            options={(view?.agencies ?? []).map(({ id, name }) => option(id, say(name)))}
            onChoose={(perangkat) => go({ perangkat, orang: '' })}
          />
          <Choice
            id="orang"
            label={say(words.person)}
            value={query.orang}
            options={people.map(({ id, name }) => option(id, name))}
            onChoose={(orang) => go({ orang })}
          />
        </>
      )}
      <Choice
        id="jenis"
        label={say(words.kind)}
        value={query.jenis}
        options={(Object.keys(kindWords) as Kind[])
          .filter((kind) => !kind.startsWith('sign-in'))
          .map((kind) => option(kind, say(kindWords[kind])))}
        onChoose={(jenis) => go({ jenis })}
      />
      <p class="outcomes cluster">
        {(Object.keys(outcomeWords) as Outcome[])
          .filter((outcome) => counts[outcome] !== undefined || query.keadaan === outcome)
          .map((outcome) => (
            <button
              key={outcome}
              type="button"
              class={`tag ${outcomeTone(outcome)}`}
              aria-pressed={query.keadaan === outcome}
              onClick={() => go({ keadaan: query.keadaan === outcome ? '' : outcome })}
            >
              {say(outcomeWords[outcome])} {counts[outcome] ?? 0}
            </button>
          ))}
        {filterNames.some((name) => query[name]) && (
          <a href={addressOf({ putaran: query.putaran })}>{say(words.clear)}</a>
        )}
      </p>
    </form>
  )
}

function addressOf(parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const name of ['putaran', ...filterNames]) {
    const value = parts[name]
    if (value !== undefined && value !== '') query.set(name, value)
  }
  const text = query.toString()
  return `/surat${text === '' ? '' : `?${text}`}`
}
