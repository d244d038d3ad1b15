/** An agency or a person: a new one with its code, or a known one with its history. What is between is the caller's. */
import { type ComponentChildren, Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Wording } from '../../functions/schema/wording.ts'
import { type EffectQuestion, type Revised, revise } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { settingsWording } from '../wording/settings.ts'
import { TextField } from './fields.tsx'
import { useMailEffect } from './mail-effect.tsx'
import { RevisionHistory, SaveProblems, SettingsForm } from './save-parts.tsx'
import { type Saving, useEdited, useSaving } from './saving.ts'

/** What may be typed of it. */
export type EntryProps<T> = {
  readonly typed: T
  readonly saving: Saving
  readonly change: (part: Partial<T>) => void
}
type Entry<T> = { readonly blank: T; readonly fields: (props: EntryProps<T>) => ComponentChildren }

type NewProps<T> = Entry<T> & {
  readonly title: Wording
  readonly create: (typed: T) => Promise<unknown>
  /** The page of the list, where one lands afterwards. */
  readonly list: string
}

export function NewEntry<T extends { id: string }>({ blank, fields, title, create, list }: NewProps<T>) {
  const { route } = useLocation()
  const saving = useSaving()
  const [typed, setTyped] = useState(blank)
  const send = async () => {
    await create(typed)
    route(list)
  }
  return (
    <>
      <h1>{say(title)}</h1>
      <SaveProblems saving={saving} />
      <SettingsForm saving={saving} send={() => saving.run(send)}>
        <TextField
          pointer="/id"
          label={settingsWording.code}
          hint={settingsWording.codeHint}
          saving={saving}
          value={typed.id}
          onInput={(id) => setTyped({ ...typed, id })}
        />
        {fields({ typed, saving, change: (part) => setTyped({ ...typed, ...part }) })}
      </SettingsForm>
    </>
  )
}

/** Of a revision what nobody types: the API refuses to be sent it. */
const stamped = new Set(['at', 'by', 'byName', 'revision', 'generation', 'digest', 'servesSince'])

function typedPartOf<R extends object>(newest: R | undefined): Partial<R> {
  return Object.fromEntries(Object.entries(newest ?? {}).filter(([name]) => !stamped.has(name))) as Partial<R>
}

type KnownProps<T, R> = Entry<T> & {
  /** Of the API, without `/api`. */
  readonly path: string
  readonly titleOf: (newest: R) => string
  /** Whether what is typed moves mails, which is looked at before it is saved. */
  readonly movesMails?: (typed: T, newest: R) => EffectQuestion | undefined
  /** Below the form. */
  readonly after?: (newest: R, refresh: () => void) => ComponentChildren
}

export function KnownEntry<T extends object, R extends Revised & T>({
  blank,
  fields,
  path,
  titleOf,
  movesMails,
  after,
}: KnownProps<T, R>) {
  const edited = useEdited<R, T>(path, (newest) => ({ ...blank, ...typedPartOf(newest) }))
  const { typed, history, saving, change } = edited
  const effect = useMailEffect()
  const newest = history?.revisions[0]
  if (typed === undefined || newest === undefined) {
    return edited.error === undefined ? <Loading /> : <ErrorPage error={edited.error} retry={edited.reload} />
  }
  const save = async (content: T, etag: string) => {
    const question = movesMails?.(content, newest)
    if (question !== undefined) await effect.look(question)
    await revise(path, content, etag)
  }
  return (
    <>
      <h1>{titleOf(newest)}</h1>
      <SaveProblems saving={saving} edited={edited} />
      <SettingsForm saving={saving} send={() => edited.save(save)}>
        <Fragment key={history?.etag}>{fields({ typed, saving, change })}</Fragment>
      </SettingsForm>
      {effect.dialog}
      {after?.(newest, edited.refresh)}
      <RevisionHistory revisions={history?.revisions ?? []} />
    </>
  )
}
