/** The menu of those who see the whole region: it stays in the round that is shown, and has a way to each other one. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useResource } from '../api/resource.ts'
import { fetchRounds, type ListedRound } from '../api/rounds.ts'
import { say } from '../wording/language.ts'
import { roundStageWords, roundSwitchWording as words } from '../wording/round-switch.ts'
import { shellWording } from '../wording/shell.ts'
import { narrow } from './narrow.ts'
import { addressIn, menuEntryOf, roundIn, roundPlaces } from './round-places.ts'
import { shownRound } from './shown-round.ts'
import './wide-menu.css'

export function WideMenu({ coordinator }: { readonly coordinator: boolean }) {
  const { url, path } = useLocation()
  const round = roundIn(url) ?? shownRound.value?.id
  // Asked again with every other round: it may have been made just now.
  const { value: rounds = [] } = useResource(`menu|${round ?? ''}`, fetchRounds)
  const place = menuEntryOf(path)
  const own = rounds[0]?.id
  const entries = roundPlaces.filter((each) => each.for.includes(coordinator ? 'coordinator' : 'region'))
  const links = entries.map((entry) => (
    <a key={entry.href} href={addressIn(round, entry, own)} aria-current={place === entry.href ? 'page' : undefined}>
      {say(entry.label)}
    </a>
  ))
  const here = entries.find(({ href }) => href === place)?.label
  return (
    <>
      <RoundName key={url} others={rounds.filter(({ id }) => id !== round)} place={place} />
      <nav aria-label={say(shellWording.menu)} class="menu">
        {narrow.value ? (
          // Closed again by going somewhere.
          <details key={url} class="all-places">
            <summary>
              {say(words.menu)}
              {here !== undefined && `: ${say(here)}`}
            </summary>
            <div>{links}</div>
          </details>
        ) : (
          links
        )}
      </nav>
    </>
  )
}

type NameProps = { readonly others: readonly ListedRound[]; readonly place: string | undefined }

/** The round's name opens the list of the others: from a page about one to the same page about another, else to its board. */
function RoundName({ others, place }: NameProps) {
  const [open, setOpen] = useState(false)
  const shown = shownRound.value
  const name = shown === undefined ? '\u00a0' : say(shown.title)
  if (others.length === 0) return <span class="round-name">{name}</span>
  const same = roundPlaces.find(({ href, ofRound }) => ofRound && href === place)?.href ?? '/rekap'
  return (
    <details class="other-rounds" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name}
        <span class={shown === undefined ? undefined : 'unseen'}> {say(words.others)}</span>
      </summary>
      {open && (
        <ul>
          {others.map(({ id, title, stage }) => (
            <li key={id}>
              <a href={`${same}?putaran=${encodeURIComponent(id)}`}>{say(title)}</a> ({say(roundStageWords[stage])})
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
