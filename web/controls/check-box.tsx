/** A check box and its words, which can be clicked too. */
import type { ComponentChildren } from 'preact'

export type CheckBoxProps = {
  readonly id?: string | undefined
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ComponentChildren
}

export function CheckBox({ children, onChange, ...state }: CheckBoxProps) {
  return (
    <label class="check">
      <input {...state} type="checkbox" onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  )
}
