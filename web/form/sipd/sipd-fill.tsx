/** Rows out of the agency's budget in SIPD: chosen here, put into the form in one step that can be undone; and ceilings that moved since. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatRupiah } from '../../../functions/schema/formats.ts'
import type { AgencyBudget } from '../../../functions/schema/sipd/agency-budget.ts'
import { stageWords } from '../../../functions/schema/sipd/stages.ts'
import { fetchOwnBudgets } from '../../api/budgets.ts'
import type { Work } from '../../api/work.ts'
import { presentInstant } from '../../shell/clock.ts'
import { language, say } from '../../wording/language.ts'
import { longLocalDate } from '../../wording/moments.ts'
import {
  addedWords,
  addWords,
  moreOffers,
  movedWords,
  sourceOfBudget,
  summedUnits,
  sipdFormWording as words,
} from '../../wording/sipd-form.ts'
import { useForm } from '../form-model.ts'
import { newRowKey } from '../model/row-key.ts'
import { movedOf, type Offer, offersOf, type Target, takeMoved, takeOffers, targetOf } from './fill-rows.ts'
import { listedByBudget } from './listed.ts'
import { type KnownBudgets, ownBudgets, withBudget } from './own-budgets.ts'

const shownOffers = 60

export function SipdFill({ work, year }: { work: Work; year: number }) {
  const model = useForm()
  const target = targetOf(model.definition.tables)
  const ofYear = target?.ceiling === 'pagu2025' ? year - 1 : year
  useEffect(() => {
    // Without a connection, or a budget, the form is filled by hand as before.
    fetchOwnBudgets(ofYear, work.agency).then(
      (own) => {
        const known = { ...own, agency: work.agency, year: ofYear }
        ownBudgets.value = known
        const ceiling = target?.ceiling
        if (ceiling !== undefined) listedByBudget.value = (references) => withBudget(references, known, ceiling)
      },
      () => undefined,
    )
    return () => {
      ownBudgets.value = undefined
      listedByBudget.value = undefined
    }
  }, [work.agency, ofYear])
  const known = ownBudgets.value
  if (target === undefined || known === undefined) return null
  const budget = known.budgets[known.budgets.length - 1]
  return (
    <>
      {budget !== undefined && <MovedRows target={target} budget={budget} />}
      <details class="card door">
        <summary>{say(words.title)}</summary>
        {budget === undefined ? <p>{say(words.none)}</p> : <Offers target={target} known={known} budget={budget} />}
      </details>
    </>
  )
}

const money = (amount: number) => formatRupiah(amount, language.value)

function MovedRows({ target, budget }: { target: Target; budget: AgencyBudget }) {
  const model = useForm()
  const moved = movedOf(target, budget, model.answers.value.rows[target.table.id] ?? [])
  const place = useRef<HTMLElement>(null)
  const some = moved.length > 0
  // It stands among the ways to fill in, which may be folded.
  useEffect(() => {
    const fold = place.current?.closest('details')
    if (fold) fold.open = true
  }, [some])
  if (!some) return null
  return (
    <section ref={place} class="panel warning">
      <p>
        <strong>{say(movedWords(moved.length, stageWords(budget.stage)))}</strong>{' '}
        {moved.length > 1 && (
          <button type="button" class="button small" onClick={() => model.edit(takeMoved(target, moved))}>
            {say(words.takeAll)}
          </button>
        )}
      </p>
      <ul>
        {moved.slice(0, shownOffers).map((each) => (
          <li key={each.row.rowKey}>
            {String(each.row.cells.kodeSubKegiatan)} {String(each.row.cells.namaSubKegiatan ?? '')}: {money(each.typed)}{' '}
            → <strong>{money(each.now)}</strong>{' '}
            <button type="button" class="link" onClick={() => model.edit(takeMoved(target, [each]))}>
              {say(words.takeNew)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type OffersProps = { readonly target: Target; readonly known: KnownBudgets; readonly budget: AgencyBudget }

function Offers({ target, known, budget }: OffersProps) {
  const model = useForm()
  const [choices, setChoices] = useState<Readonly<Record<string, boolean>>>({})
  const [search, setSearch] = useState('')
  const [said, setSaid] = useState('')
  const stunting = new Set((model.context.value.references['pemetaan-stunting'] ?? []).map(({ value }) => value))
  const offers = offersOf(budget, model.answers.value.rows[target.table.id] ?? [], stunting)
  const isChosen = ({ key, stunting: ticked }: Offer) => choices[key] ?? ticked
  const chosen = offers.filter(isChosen)
  const wanted = search.trim().toLowerCase()
  const fitting = offers.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
  const take = () => {
    const answers = model.answers.peek()
    const edits = takeOffers(chosen, { target, known, budget, answers, newKey: () => newRowKey(presentInstant()) })
    model.edit(...edits)
    setChoices({})
    setSaid(say(addedWords(chosen.length)))
  }
  return (
    <>
      <p>{say(words.lead)}</p>
      <p class="hint">
        {say(sourceOfBudget(stageWords(budget.stage), longLocalDate(budget.loadedOn)))}.{' '}
        {stunting.size > 0 && say(words.ticked)}
      </p>
      {target.ceiling === 'pagu2025' && known.spent !== null && <p class="hint">{say(words.spentNote)}</p>}
      {offers.length === 0 ? (
        <p>{say(words.all)}</p>
      ) : (
        <>
          <p class="field">
            <label class="label" for="sipd-search">
              {say(words.search)}
            </label>
            <input
              id="sipd-search"
              type="search"
              class="text-input"
              value={search}
              onInput={(event) => setSearch(event.currentTarget.value)}
              onKeyDown={(event) => event.stopPropagation()}
            />
          </p>
          <ul class="plain-list">
            {fitting.slice(0, shownOffers).map((offer) => (
              <li key={offer.key}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={isChosen(offer)}
                    onChange={(event) => setChoices({ ...choices, [offer.key]: event.currentTarget.checked })}
                  />
                  <span>
                    {offer.code} {offer.name} ·{' '}
                    <small>
                      {offer.source === null
                        ? `${offer.funds.join('; ')} (${say(words.unmapped)})`
                        : offer.funds.join('; ')}
                    </small>{' '}
                    · <strong>{money(offer.ceiling)}</strong>
                    {offer.units.length > 1 && <small> {say(summedUnits(offer.units))}</small>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {fitting.length > shownOffers && <p class="hint">{say(moreOffers(fitting.length - shownOffers))}</p>}
          <p>
            <button type="button" class="button main" disabled={chosen.length === 0} onClick={take}>
              {say(addWords(chosen.length))}
            </button>
          </p>
        </>
      )}
      <p role="status">{said}</p>
    </>
  )
}
