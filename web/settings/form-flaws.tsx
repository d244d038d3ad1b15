/** What a workbook says that cannot be mapped, by its place in the file; the same said of many places is said once. */
import type { DraftFlaw } from '../../functions/schema/form-draft.ts'
import { formsWording as words } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'
import { isAsked, notesByTopic } from './flaw-topics.ts'

const shownPlaces = 8

export function FormFlaws({ flaws }: { readonly flaws: readonly DraftFlaw[] }) {
  // What is asked above is answered there, not mended in the file.
  const stops = flaws.filter(({ blocking, code }) => blocking && !isAsked(code))
  const notes = notesByTopic(flaws.filter(({ blocking }) => !blocking))
  const counts = [
    ...(stops.length > 0 ? [words.flaws(stops.length)] : []),
    ...notes.map(({ topic, all }, at) => words.notesAbout(all.length, topic, at === 0)),
  ]
  return (
    <>
      {counts.length > 1 && <p class="hint">{counts.map(say).join(', ')}.</p>}
      {stops.length > 0 && (
        <section>
          <h3>{say(words.flaws(stops.length))}</h3>
          <Flaws flaws={stops} />
        </section>
      )}
      {notes.map(({ topic, all }) => (
        <details key={topic}>
          <summary>{say(words.notesAbout(all.length, topic, true))}</summary>
          <Flaws flaws={all} />
        </details>
      ))}
    </>
  )
}

function Flaws({ flaws }: { readonly flaws: readonly DraftFlaw[] }) {
  return (
    <div class="scroll">
      <table class="listing">
        <thead>
          <tr>
            <th scope="col">{say(words.where)}</th>
            <th scope="col">{say(words.what)}</th>
          </tr>
        </thead>
        <tbody>
          {grouped(flaws).map((group) => (
            <tr key={`${group[0]?.code} ${group[0]?.message.id}`}>
              <th scope="row">
                {group.length > 1 && `${say(words.times(group.length))} `}
                {group.slice(0, shownPlaces).map(placeOf).join('; ')}
                {group.length > shownPlaces && '; …'}
              </th>
              <td>{group[0] !== undefined && say(group[0].message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function grouped(flaws: readonly DraftFlaw[]): readonly (readonly DraftFlaw[])[] {
  const groups = new Map<string, DraftFlaw[]>()
  for (const flaw of flaws) {
    const key = `${flaw.code} ${flaw.message.id}`
    groups.set(key, [...(groups.get(key) ?? []), flaw])
  }
  return Array.from(groups.values())
}

function placeOf({ sheet, row, column }: DraftFlaw): string {
  return [sheet, row > 0 ? String(row) : '', column].filter((part) => part !== '').join(', ')
}
