/**
 * A part of a long setting as a row that says what stands, as in a list of tasks; opened where it is to be filled in, and by itself where
 * the server refused something in it.
 */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import { Problem } from '../api/problem.ts'
import { say } from '../wording/language.ts'
import type { Saving } from './saving.ts'

type PartProps = {
  readonly id?: string
  readonly title: Wording
  /** In few words. */
  readonly now: string
  /** The beginnings of the pointers of what stands in it. */
  readonly of: readonly string[]
  readonly open: boolean
  readonly saving: Saving
  readonly children: ComponentChildren
}

export function SettingPart({ id, title, now, of, open, saving, children }: PartProps) {
  const place = useRef<HTMLDetailsElement>(null)
  const { failure } = saving
  useEffect(() => {
    const errors = failure instanceof Problem ? failure.body.errors : []
    const refused = errors.some(({ pointer }) => of.some((start) => pointer.replace(/^#/, '').startsWith(start)))
    if (refused && place.current) place.current.open = true
  }, [failure])
  return (
    <details ref={place} class="setting-part" open={open}>
      <summary>
        <h2 id={id}>{say(title)}</h2> <span class="hint">{now}</span>
      </summary>
      {children}
    </details>
  )
}
