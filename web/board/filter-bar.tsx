/** Choosing which agencies the board shows, and how many that are. */
import { boardFilterWords, shownOf, boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { type BoardFilter, kindFilters, noFilter, workFilters } from './board-filter.ts'

export type FilterBarProps = {
  readonly filter: BoardFilter
  readonly shown: number
  readonly all: number
  readonly onChange: (filter: BoardFilter) => void
}

export function FilterBar({ filter, shown, all, onChange }: FilterBarProps) {
  const filtered = filter.kind !== 'all' || filter.work !== 'any'
  return (
    <div class="cluster board-filter no-print">
      <label>
        <span class="unseen">{say(words.filterKind)}</span>
        <select
          value={filter.kind}
          onChange={(event) => onChange({ ...filter, kind: event.currentTarget.value as BoardFilter['kind'] })}
        >
          {kindFilters.map((each) => (
            <option key={each} value={each}>
              {say(boardFilterWords[each])}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="unseen">{say(words.filterWork)}</span>
        <select
          value={filter.work}
          onChange={(event) => onChange({ ...filter, work: event.currentTarget.value as BoardFilter['work'] })}
        >
          {workFilters.map((each) => (
            <option key={each} value={each}>
              {say(boardFilterWords[each])}
            </option>
          ))}
        </select>
      </label>
      {filtered && (
        <button type="button" class="button small" onClick={() => onChange(noFilter)}>
          {say(words.showAll)}
        </button>
      )}
      <span role="status">{filtered && say(shownOf(shown, all))}</span>
    </div>
  )
}
