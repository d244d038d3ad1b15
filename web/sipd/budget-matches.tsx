/** Units and funds with their money, each with a choice; suggestions stand chosen and count once they are saved. */
import { useState } from 'preact/hooks'
import { type BudgetReportView, confirmMatches } from '../api/budgets.ts'
import { sayFailure } from '../api/problem.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { say } from '../wording/language.ts'
import { moreUnits, sipdWording as words } from '../wording/sipd.ts'
import { money } from './budget-words.ts'

export type Choice = { readonly value: string; readonly label: string }
type Props = {
  readonly report: BudgetReportView
  readonly agencies: readonly Choice[]
  readonly sources: readonly Choice[]
  readonly onSaved: () => void
}
type Chosen = Readonly<Record<string, string>>
const nobody = '-'

/** So many more units are drawn at once, each with a menu of all agencies. */
const step = 100

type Row = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly amount: number
  readonly chosen: string
  readonly suggested: boolean
}

/** What nobody has decided comes first, then by money. */
function rowsOf({ units }: BudgetReportView): Row[] {
  const undecided = units.filter(({ owner }) => owner === null)
  return [...undecided, ...units.filter(({ owner }) => owner !== null)].map(
    ({ key, code, name, owner, suggested, amount }) => ({
      key,
      code,
      name,
      amount,
      chosen: owner ?? suggested ?? '',
      suggested: owner === null && suggested !== null,
    }),
  )
}

export function BudgetMatches({ report, agencies, sources, onSaved }: Props) {
  const rows = rowsOf(report)
  const [units, setUnits] = useState<Chosen>({})
  const [funds, setFunds] = useState<Chosen>({})
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; text: string }>()
  const [busy, setBusy] = useState(false)
  const [drawn, setDrawn] = useState(step)
  const shown = rows.slice(0, drawn)
  const chosenOf = (row: Row) => units[row.key] ?? row.chosen
  const left = rows.filter((row) => chosenOf(row) === '')
  const save = async () => {
    setBusy(true)
    setTold(undefined)
    const known = new Map(report.units.map(({ key, owner }) => [key, owner ?? '']))
    try {
      await confirmMatches({
        // A suggestion that nobody has seen yet decides nothing.
        units: shown
          .filter((row) => chosenOf(row) !== '' && chosenOf(row) !== known.get(row.key))
          .map((row) => ({ code: row.key, name: row.name, agencyId: chosenOf(row) })),
        funds: report.funds
          .map((fund) => ({
            code: fund.code,
            name: fund.name,
            source: funds[fund.name] ?? fund.source ?? '',
            known: fund.source,
          }))
          .filter(({ source, known: before }) => source !== '' && source !== before)
          .map(({ code, name, source }) => ({ code, name, source })),
      })
      setTold({ tone: 'good', text: say(words.matched) })
      onSaved()
    } catch (failure) {
      setTold({ tone: 'bad', text: sayFailure(failure) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <h2>{say(words.matchTitle)}</h2>
      <p class="hint">{say(words.matchLead)}</p>
      {left.length > 0 && (
        <p class="panel warning">
          {say(words.unmatched)}: {left.length} ({money(left.reduce((sum, { amount }) => sum + amount, 0))})
        </p>
      )}
      <WideTable label={say(words.matchTitle)}>
        <table class="paper-table blocks matches">
          <thead>
            <tr>
              <th>{say(words.unit)}</th>
              <th class="number">{say(words.money)}</th>
              <th>{say(words.agency)}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                <td>
                  {row.name} <small>{row.code}</small>
                </td>
                <td class="number" data-name={say(words.money)}>
                  {money(row.amount)}
                </td>
                <td>
                  <select
                    aria-label={`${say(words.agency)}: ${row.name}`}
                    value={chosenOf(row)}
                    onChange={(event) => setUnits({ ...units, [row.key]: event.currentTarget.value })}
                  >
                    <option value="">{say(words.undecided)}</option>
                    <option value={nobody}>{say(words.notTaking)}</option>
                    {agencies.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>{' '}
                  {row.suggested && units[row.key] === undefined && <small>{say(words.suggested)}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {drawn < rows.length && (
        <p>
          <button type="button" class="button small" onClick={() => setDrawn(drawn + step)}>
            {say(moreUnits(rows.length - drawn))}
          </button>
        </p>
      )}
      <Funds report={report} sources={sources} chosen={funds} choose={setFunds} />
      {told !== undefined && (
        <p class={`panel ${told.tone}`} role="alert">
          {told.text}
        </p>
      )}
      <p>
        <button type="button" class="button main" disabled={busy} onClick={() => void save()}>
          {say(busy ? words.saving : words.saveMatches)}
        </button>
      </p>
    </>
  )
}

type FundsProps = {
  readonly report: BudgetReportView
  readonly sources: readonly Choice[]
  readonly chosen: Chosen
  readonly choose: (chosen: Chosen) => void
}

function Funds({ report, sources, chosen, choose }: FundsProps) {
  if (report.funds.length === 0) return null
  return (
    <>
      <h2>{say(words.fundTitle)}</h2>
      <p class="hint">{say(words.fundLead)}</p>
      <WideTable label={say(words.fundTitle)}>
        <table class="paper-table blocks matches">
          <thead>
            <tr>
              <th>{say(words.fund)}</th>
              <th class="number">{say(words.money)}</th>
              <th>{say(words.source)}</th>
            </tr>
          </thead>
          <tbody>
            {report.funds.map(({ code, name, source, amount }) => (
              <tr key={`${code} ${name}`}>
                <td>
                  {name} <small>{code}</small>
                </td>
                <td class="number" data-name={say(words.money)}>
                  {money(amount)}
                </td>
                <td>
                  <select
                    aria-label={`${say(words.source)}: ${name}`}
                    value={chosen[name] ?? source ?? ''}
                    onChange={(event) => choose({ ...chosen, [name]: event.currentTarget.value })}
                  >
                    {source === null && <option value="">{say(words.undecided)}</option>}
                    {sources.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}
