/** Whatever a choice is called in the house's forms, typed or pasted, is read as that choice, unless two share the name. */
import { expect, it } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { choicesOf } from '../../functions/schema/answers/choices.ts'
import { readTyped } from '../../functions/schema/answers/read-typed.ts'
import type { ReferenceEntry } from '../../functions/schema/form.ts'
import { references } from '../../local/seed/kota-kupang/references.ts'

const lists = Object.fromEntries(references.map(({ id, entries }) => [id, entries]))

it.each(['dinsos', 'kec-alak'])('every code, label and alias of every choice is read as it by %s', (agencyId) => {
  const context = { today: '2026-02-10', agencyId, fiscalYear: 2026, references: lists }
  const wrong: string[] = []
  let read = 0
  for (const { id, version, fields, tables } of formDefinitions()) {
    for (const field of [...fields, ...tables.flatMap((table) => table.fields)]) {
      if (field.type !== 'choice' && field.type !== 'choices') continue
      const owners = new Map<string, Set<string>>()
      const named = choicesOf(field, context).flatMap((choice) => {
        const { value, label, aliases = [] } = choice as ReferenceEntry
        return [value, label.id, label.en, ...aliases].map((name) => ({ name, value }))
      })
      for (const { name, value } of named)
        owners.set(name.toLowerCase(), (owners.get(name.toLowerCase()) ?? new Set()).add(value))
      for (const { name, value } of named.filter((each) => owners.get(each.name.toLowerCase())?.size === 1)) {
        read += 1
        const found = [readTyped(field, name, 'id', context).value].flat()
        if (found.length !== 1 || found[0] !== value) wrong.push(`${id} ${version} ${field.id}: ${name} is ${found}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(read).toBeGreaterThan(500)
})
