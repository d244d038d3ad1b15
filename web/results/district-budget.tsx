/**
 * What is planned, tagged and spent in a kecamatan. On the screen all of it; on paper the largest activities and the sum of the others,
 * so that it stays on its page however many there are. The sums below are those of all. On a phone each activity is a block of named
 * values, with the sums first: sideways nobody finds an amount.
 */
import { formatNumber } from '../../functions/schema/formats.ts'
import type { Activity, BudgetSums, DistrictPaper } from '../api/results.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { language, say } from '../wording/language.ts'
import { resultsWording as words } from '../wording/results.ts'
import { Money, MoneyHead } from './money.tsx'

/** Rows of two lines that fit below the facts of the first page. */
const printedRows = 20
/** Kelurahan that are named on paper; the others are counted. */
const namedPlaces = 2

type Amounts = Omit<BudgetSums, 'rows'>
const amounts = ['budget', 'tagged', 'direct', 'spent'] as const

export function DistrictBudget({ paper }: { paper: DistrictPaper }) {
  const { activities, kelurahan } = paper
  const others = activities.slice(printedRows)
  return (
    <section>
      <h2>{say(words.budgetTitle)}</h2>
      <p class="hint">{say(words.budgetNote)}</p>
      {activities.length === 0 && <p>{say(words.noActivity)}</p>}
      <WideTable label={say(words.budgetTitle)}>
        <table class="paper-table budget blocks">
          <thead>
            <tr>
              {(['activity', 'agency', 'place', 'target'] as const).map((name) => (
                <th key={name} scope="col">
                  {say(words[name])}
                </th>
              ))}
              {amounts.map((name) => (
                <MoneyHead key={name} name={words[name]} />
              ))}
            </tr>
          </thead>
          <tbody>
            {activities.map((activity, index) => (
              <Line key={index} activity={activity} kelurahan={kelurahan} screenOnly={index >= printedRows} />
            ))}
          </tbody>
          <tfoot>
            {others.length > 0 && (
              <SumRow name={say(words.others(others.length))} sums={sumOf(others)} look="paper-only" />
            )}
            <SumRow name={say(words.total)} sums={paper.sums} />
            <SumRow name={say(words.cityWide)} sums={paper.cityWide} />
          </tfoot>
        </table>
      </WideTable>
    </section>
  )
}

type LineProps = { readonly activity: Activity; readonly kelurahan: number; readonly screenOnly: boolean }

function Line({ activity, kelurahan, screenOnly }: LineProps) {
  const { name, code, agency, target, source, intervention } = activity
  return (
    <tr class={screenOnly ? 'screen-only' : undefined}>
      <td>
        <span class="activity-name few-lines">{name}</span>
        <small>
          {code} · {say(source)} · {say(intervention)}
        </small>
      </td>
      <td>{agency}</td>
      <td data-name={say(words.place)}>
        <span class="screen-only">{activity.kelurahan.join(', ')}</span>
        <span class="paper-only few-lines">{say(placesOf(activity.kelurahan, kelurahan))}</span>
      </td>
      <td data-name={say(words.target)}>
        <span class="few-lines">
          {target.volume !== null && formatNumber(target.volume, language.value)} {target.unit}
        </span>
      </td>
      {amounts.map((each) => (
        <td key={each} class="number" data-name={say(words[each])}>
          <Money amount={activity[each]} />
        </td>
      ))}
    </tr>
  )
}

function placesOf(named: readonly string[], all: number) {
  if (named.length === all && all > namedPlaces) return words.everywhere(formatNumber(all, language.value))
  const shown = named.slice(0, namedPlaces).join(', ')
  return named.length <= namedPlaces ? { id: shown, en: shown } : words.andMore(shown, named.length - namedPlaces)
}

function sumOf(activities: readonly Activity[]): Amounts {
  const sum = (of: (typeof amounts)[number]) => activities.reduce((total, activity) => total + activity[of], 0)
  return { budget: sum('budget'), tagged: sum('tagged'), direct: sum('direct'), spent: sum('spent') }
}

function SumRow({ name, sums, look }: { name: string; sums: Amounts; look?: string }) {
  return (
    <tr class={look}>
      <th colSpan={4} scope="row">
        {name}
      </th>
      {amounts.map((each) => (
        <td key={each} class="number" data-name={say(words[each])}>
          <Money amount={sums[each]} />
        </td>
      ))}
    </tr>
  )
}
