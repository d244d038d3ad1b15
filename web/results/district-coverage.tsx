/**
 * How services reach a kecamatan: each indicator against its target and the round before, with a small bar for each kelurahan, and
 * whether anybody has budget for it. What a bar shows is said in words too.
 */
import { formatNumber } from '../../functions/schema/formats.ts'
import type { DistrictPaper } from '../api/results.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { language, say } from '../wording/language.ts'
import { resultsWording as words } from '../wording/results.ts'
import { Money, MoneyHead } from './money.tsx'

type Indicator = DistrictPaper['coverage'][number]
type Place = Indicator['byKelurahan'][number]

const share = (percent: number | null) => (percent === null ? '–' : `${formatNumber(percent, language.value, 1)}%`)
const count = (amount: number) => formatNumber(amount, language.value)

export function DistrictCoverage({ paper }: { paper: DistrictPaper }) {
  const { coverage, before } = paper
  const periods = [...new Set(coverage.map(({ periodName }) => say(periodName)))].join(', ')
  const title = `${say(words.coverage)}${periods === '' ? '' : `, ${periods}`}`
  if (coverage.length === 0) {
    return (
      <section>
        <h2>{title}</h2>
        <p>{say(words.noCoverage)}</p>
      </section>
    )
  }
  const bare = coverage.filter(({ budget }) => budget === 0)
  const places = coverage[0]?.byKelurahan.map(({ name }) => say(name)).join(', ') ?? ''
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint">
        {say(words.coverageNote)} {say(words.barsNote(places))}
        {before !== null && ` ${say(words.beforeNote(before.title))}`}
      </p>
      <p>
        <strong>
          {say(words.reachedOf(reached(coverage), coverage.filter(({ target }) => target !== null).length))}
        </strong>{' '}
        {bare.length > 0 && <strong>{say(words.bareOf(bare.length, coverage.length))}</strong>}
      </p>
      <WideTable label={title}>
        <table class="paper-table coverage blocks">
          <thead>
            <tr>
              <th scope="col">{say(words.indicator)}</th>
              <th scope="col" class="number">
                {say(words.goal)}
              </th>
              <th scope="col" class="number">
                {say(words.percent)}
              </th>
              {before !== null && (
                <th scope="col" class="number">
                  {say(words.change)}
                </th>
              )}
              <th scope="col">{say(words.byKelurahan)}</th>
              <MoneyHead name={words.cityTagged} />
            </tr>
          </thead>
          <tbody>
            {coverage.map((each) => (
              <Line key={`${each.id}|${each.period}`} indicator={each} compared={before !== null} />
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}

function reached(coverage: readonly Indicator[]): number {
  return coverage.filter(({ target, percent, reversed }) =>
    target === null || percent === null ? false : reversed ? percent <= target : percent >= target,
  ).length
}

function Line({ indicator, compared }: { indicator: Indicator; compared: boolean }) {
  const { label, target, reversed, percent, part, whole, before, budget } = indicator
  return (
    <tr>
      <th scope="row">{say(label)}</th>
      <td class="number" data-name={say(words.goal)}>
        {target === null ? '–' : `${reversed ? '≤' : '≥'} ${share(target)}`}
      </td>
      <td class="number" data-name={say(words.percent)}>
        {share(percent)}{' '}
        <small>
          {count(part)}/{count(whole)}
        </small>
      </td>
      {compared && (
        <td class="number" data-name={say(words.change)}>
          {changeOf(percent, before)}
        </td>
      )}
      <td>
        <Bars indicator={indicator} />
      </td>
      <td class="number" data-name={say(words.cityTagged)}>
        {budget === null ? '–' : budget === 0 ? <strong>{say(words.bare)}</strong> : <Money amount={budget} />}
      </td>
    </tr>
  )
}

/** In points: `+3,5`. */
function changeOf(percent: number | null, before: number | null): string {
  if (percent === null || before === null) return '–'
  const by = Math.round(10 * (percent - before)) / 10
  return `${by > 0 ? '+' : by < 0 ? '−' : ''}${formatNumber(Math.abs(by), language.value, 1)}`
}

const [step, high] = [6, 16]

/** One bar a kelurahan, up to 100%; the dashed line is the target, a dot has no data. The furthest behind is named. */
function Bars({ indicator: { byKelurahan, target, reversed, withoutData } }: { indicator: Indicator }) {
  const width = byKelurahan.length * step
  const top = (percent: number) => high - (high * Math.min(100, percent)) / 100
  const known = byKelurahan.filter((each): each is Place & { percent: number } => each.percent !== null)
  const last = known.reduce<(typeof known)[number] | undefined>(
    (worst, each) =>
      worst === undefined || (reversed ? each.percent > worst.percent : each.percent < worst.percent) ? each : worst,
    undefined,
  )
  return (
    <>
      <svg
        class="places"
        width={width}
        height={high}
        viewBox={`0 0 ${width} ${high}`}
        role="img"
        aria-label={byKelurahan.map(({ name, percent }) => `${say(name)} ${share(percent)}`).join(', ')}
      >
        {byKelurahan.map(({ name, percent }, at) =>
          percent === null ? (
            <circle key={name.id} cx={at * step + 2} cy={high - 1} r="1" />
          ) : (
            <rect key={name.id} x={at * step} y={top(percent)} width={step - 1.5} height={high - top(percent)} />
          ),
        )}
        {target !== null && <line x1="0" x2={width} y1={top(target)} y2={top(target)} />}
      </svg>{' '}
      <small>
        {last !== undefined && `${say(last.name)} ${share(last.percent)}`}
        {withoutData > 0 && ` · ${say(words.withoutData(withoutData))}`}
      </small>
    </>
  )
}
