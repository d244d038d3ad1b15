/** A form to try out: the very components that operators fill in, over answers that live on this page only. */
import { computed, signal } from '@preact/signals'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { localMomentOf } from '../../functions/rules/wall-clock.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { hasRules } from '../../functions/schema/answers/has-rules.ts'
import { isTableVisible } from '../../functions/schema/answers/settle-cells.ts'
import type { RuleEngine } from '../../functions/schema/answers/settled.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { ReferenceLists } from '../../functions/schema/reference.ts'
import { useResource } from '../api/resource.ts'
import { fetchReferences } from '../api/rounds.ts'
import type { DraftSession } from '../form/draft/draft-port.ts'
import type { DraftStatus } from '../form/draft/draft-status.ts'
import { createFormModel, FormContext } from '../form/form-model.ts'
import { HeaderFields } from '../form/header-fields.tsx'
import { rulesFor } from '../form/model/rules-for.ts'
import { RowTable } from '../form/table/row-table.tsx'
import { me, zone } from '../session/session.ts'
import { presentInstant, presentMinute } from '../shell/clock.ts'
import { Loading } from '../shell/loading.tsx'
import { language, say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import '../form/form.css'
import '../form/grid.css'

type Trial = { readonly definition: FormDefinition }

export function FormTrial({ definition }: Trial) {
  const [rules, setRules] = useState<{ of: FormDefinition; engine: RuleEngine | undefined }>()
  useEffect(() => {
    if (hasRules(definition)) void rulesFor(definition).then((engine) => setRules({ of: definition, engine }))
  }, [definition])
  if (!hasRules(definition)) return <Tried definition={definition} rules={undefined} />
  return rules?.of === definition ? <Tried definition={definition} rules={rules.engine} /> : <Loading />
}

function Tried({ definition, rules }: Trial & { readonly rules: RuleEngine | undefined }) {
  const { value } = useResource('settings|references', fetchReferences)
  // The lists may come, or come anew, while somebody tries the form: what was tried stays.
  const references = useMemo(() => signal<ReferenceLists>({}), [])
  useEffect(() => {
    if (value !== undefined) references.value = value
  }, [value])
  const model = useMemo(() => {
    const context = computed(() => {
      const today = localDateAt(presentMinute.value, zone.value)
      return {
        today,
        agencyId: me.value?.agencies[0]?.id ?? '-',
        fiscalYear: Number(today.slice(0, 4)),
        references: references.value,
        ...(rules === undefined ? {} : { rules, now: presentLocal(), language: language.value }),
      }
    })
    const session = pageSession(blankAnswers(definition, context.peek()))
    return createFormModel({ definition, context, session, comments: new Map() })
  }, [definition])
  return (
    <FormContext.Provider value={model}>
      <form class="form" noValidate onSubmit={(event) => event.preventDefault()}>
        {say(definition.description) !== say(definition.title) && <p>{say(definition.description)}</p>}
        <HeaderFields />
        {definition.tables
          .filter((table) => isTableVisible(table, model.header.value))
          .map((table) => (
            <RowTable key={table.id} table={table} />
          ))}
      </form>
    </FormContext.Provider>
  )
}

const presentLocal = () => localMomentOf(presentInstant(), zone.peek().zone)

/** A draft session without a far side. */
function pageSession(blank: ReturnType<typeof blankAnswers>): DraftSession {
  const answers = signal(blank)
  const nothing = async () => undefined
  return {
    answers,
    status: signal<DraftStatus>({ kind: 'untouched' }),
    conflict: signal(undefined),
    onDevice: signal(true),
    mergedWith: signal(undefined),
    left: { all: signal([]), discard: () => undefined },
    baseRevision: () => 0,
    merge: (_base, mine) => ({ merged: mine, clashes: [] }),
    change: (next) => {
      answers.value = next
    },
    flush: nothing,
    settle: nothing,
    refresh: nothing,
    look: nothing,
    finish: nothing,
    stop: () => undefined,
  }
}
