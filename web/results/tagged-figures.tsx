/** What the round's taggings come to, against what SIPD has under stunting codes. It reads every tagging, so the page does not wait for it. */
import { formatRupiah } from '../../functions/schema/formats.ts'
import { fetchCityBudget } from '../api/budgets.ts'
import { useResource } from '../api/resource.ts'
import { cityWording } from '../wording/city.ts'
import { language, say } from '../wording/language.ts'

export function TaggedFigures({ round }: { readonly round: string }) {
  const { value, error } = useResource(`tagged|${round}`, () => fetchCityBudget(round))
  const sums = [
    [cityWording.tagged, value?.tagged],
    ...(value?.stage == null
      ? []
      : ([
          [cityWording.mapped, value.mapped],
          [cityWording.untagged, value.untagged],
        ] as const)),
  ] as const
  return (
    <>
      {error === undefined && (
        <dl class="figures money" aria-label={say(cityWording.budget)}>
          {sums.map(([name, amount]) => (
            <div key={name.id}>
              <dt>{say(name)}</dt>
              <dd>{amount === undefined ? '…' : formatRupiah(amount, language.value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <a href={`/hasil/kota?putaran=${round}`}>{say(cityWording.link)}</a>
      </p>
    </>
  )
}
