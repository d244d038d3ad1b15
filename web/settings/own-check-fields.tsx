/** The questions about one check, by its kind. */
import { useState } from 'preact/hooks'
import { isNumberField } from '../../functions/schema/checks/own/filled.ts'
import type {
  CheckPlace,
  DuplicateCheck,
  JumpCheck,
  OwnCheck,
  TotalCheck,
} from '../../functions/schema/checks/own/own-check.ts'
import { isNote } from '../../functions/schema/fields/computed.ts'
import type { Field, FormDefinition } from '../../functions/schema/form.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { say } from '../wording/language.ts'
import { ownChecksWording as words } from '../wording/own-checks.ts'
import { CheckGroup, fieldId, SelectField, TextField } from './fields.tsx'
import type { Saving } from './saving.ts'

type Parts<C extends OwnCheck> = {
  readonly definition: FormDefinition
  readonly check: C
  readonly index: number
  readonly saving: Saving
  readonly put: (check: C) => void
}

export function OwnCheckFields({ remove, ...parts }: Parts<OwnCheck> & { readonly remove: () => void }) {
  const { check, index, saving } = parts
  const pointer = `/checks/${index}`
  const error = saving.error(pointer)
  return (
    <fieldset class={error === undefined ? 'card' : 'card wrong'} id={fieldId(pointer)} tabIndex={-1}>
      <legend>
        <strong>{say(words.heading(index + 1, check.kind))}</strong>
      </legend>
      {error !== undefined && <p class="error-text">{error}</p>}
      {check.kind === 'duplicate' && <Duplicate {...parts} check={check} />}
      {check.kind === 'jump' && <Jump {...parts} check={check} />}
      {check.kind === 'total' && <Total {...parts} check={check} />}
      <p>
        <button type="button" class="button small danger" onClick={remove}>
          {say(words.remove(index + 1))}
        </button>
      </p>
    </fieldset>
  )
}

type Option = { readonly value: string; readonly label: string }

const asked = (fields: readonly Field[]) => fields.filter((field) => !isNote(field))
const optionsOf = (fields: readonly Field[]): Option[] =>
  asked(fields).map(({ id, label }) => ({ value: id, label: say(label) }))
const fieldsOf = ({ fields, tables }: FormDefinition, table: string | undefined) =>
  table === undefined ? fields : (tables.find(({ id }) => id === table)?.fields ?? [])

function Duplicate({ definition, check, index, saving, put }: Parts<DuplicateCheck>) {
  const { table, fields, across } = check
  const pointer = `/checks/${index}`
  const places = [
    ...definition.tables.map(({ id, title }) => ({ value: id, label: say(title) })),
    ...(definition.fields.length > 0 ? [{ value: '', label: say(words.header) }] : []),
  ]
  const move = (chosen: string) =>
    put({ kind: 'duplicate', fields: [], across: across || chosen === '', ...(chosen === '' ? {} : { table: chosen }) })
  return (
    <>
      <SelectField
        pointer={`${pointer}/table`}
        label={words.where}
        saving={saving}
        value={table ?? ''}
        options={places}
        onChange={move}
      />
      <CheckGroup
        pointer={`${pointer}/fields`}
        label={words.sameIn}
        hint={words.sameHint}
        saving={saving}
        options={optionsOf(fieldsOf(definition, table))}
        chosen={fields}
        onChange={(chosen) => put({ ...check, fields: chosen })}
      />
      <CheckGroup
        pointer={`${pointer}/across`}
        label={words.lookedFor}
        hint={words.acrossHint}
        saving={saving}
        options={[{ value: 'yes', label: say(words.across) }]}
        chosen={across ? ['yes'] : []}
        onChange={(chosen) => put({ ...check, across: chosen.length > 0 })}
      />
    </>
  )
}

function Jump({ definition, check, index, saving, put }: Parts<JumpCheck>) {
  const { table, field, rowsBy = [], limit, least = 0 } = check
  const pointer = `/checks/${index}`
  const others = optionsOf(fieldsOf(definition, table)).filter(({ value }) => value !== field)
  return (
    <>
      <SelectField
        pointer={`${pointer}/field`}
        label={words.number}
        saving={saving}
        value={placeName({ field, ...(table === undefined ? {} : { table }) })}
        options={[nothing(), ...numbersOf(definition)]}
        onChange={(chosen) =>
          put({ kind: 'jump', limit, ...(check.least === undefined ? {} : { least }), ...placeOf(chosen) })
        }
      />
      {table !== undefined && (
        <CheckGroup
          pointer={`${pointer}/rowsBy`}
          label={words.rowsBy}
          hint={words.rowsByHint}
          saving={saving}
          options={others}
          chosen={rowsBy}
          onChange={(chosen) => put({ ...check, rowsBy: chosen })}
        />
      )}
      <div class="trio">
        <SelectField
          pointer={`${pointer}/by`}
          label={words.limitBy}
          saving={saving}
          value={limit.by}
          options={[
            { value: 'percent', label: say(words.percent) },
            { value: 'factor', label: say(words.factor) },
          ]}
          onChange={(by) => put({ ...check, limit: { ...limit, by: by === 'factor' ? 'factor' : 'percent' } })}
        />
        <NumberField
          pointer={`${pointer}/limit`}
          label={words.limit}
          saving={saving}
          value={limit.value}
          put={(value) => put({ ...check, limit: { ...limit, value } })}
        />
        <NumberField
          pointer={`${pointer}/least`}
          label={words.least}
          hint={words.leastHint}
          saving={saving}
          value={least}
          put={(value) => put({ ...check, least: value })}
        />
      </div>
    </>
  )
}

function Total({ definition, check, index, saving, put }: Parts<TotalCheck>) {
  const pointer = `/checks/${index}`
  const numbers = numbersOf(definition)
  const total = placeName(check.total)
  return (
    <>
      <SelectField
        pointer={`${pointer}/total`}
        label={words.total}
        saving={saving}
        value={total}
        options={[nothing(), ...numbers]}
        onChange={(chosen) => put({ ...check, total: placeOf(chosen) })}
      />
      <CheckGroup
        pointer={`${pointer}/parts`}
        label={words.parts}
        hint={words.partsHint}
        saving={saving}
        options={numbers.filter(({ value }) => value !== total)}
        chosen={check.parts.map(placeName)}
        onChange={(chosen) => put({ ...check, parts: chosen.map(placeOf) })}
      />
    </>
  )
}

/** A question's name in a menu: ids hold no dot. */
const placeName = ({ table, field }: CheckPlace) => (table === undefined ? field : `${table}.${field}`)

function placeOf(name: string): CheckPlace {
  const [table, field] = name.split('.')
  return field === undefined ? { field: name } : { table: table ?? '', field }
}

const nothing = (): Option => ({ value: '', label: `– ${say(words.choose)} –` })

function numbersOf({ fields, tables }: FormDefinition): Option[] {
  const header = fields.filter(isNumberField).map(({ id, label }) => ({ value: id, label: say(label) }))
  const columns = tables.flatMap((table) =>
    table.fields.filter(isNumberField).map(({ id, label }) => ({
      value: placeName({ table: table.id, field: id }),
      label: `${say(table.title)} › ${say(label)}`,
    })),
  )
  return [...header, ...columns]
}

type NumberProps = {
  readonly pointer: string
  readonly label: Wording
  readonly hint?: Wording
  readonly saving: Saving
  readonly value: number
  readonly put: (value: number) => void
}

/** What is no number is taken for a number that is refused, so that the field says so. */
function NumberField({ value, put, ...common }: NumberProps) {
  const [text, setText] = useState(String(value).replace('.', ','))
  return (
    <TextField
      {...common}
      value={text}
      input={{ class: 'text-input', inputMode: 'decimal' }}
      onInput={(typed) => {
        setText(typed)
        const number = typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'))
        put(Number.isFinite(number) ? number : -1)
      }}
    />
  )
}
