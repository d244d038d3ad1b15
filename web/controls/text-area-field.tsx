/** A text of several lines, with label, hint and error. */
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'

export type TextAreaFieldProps = Omit<FieldFrameProps, 'children'> & {
  readonly rows: number
  readonly maxLength: number
  readonly value: string
  readonly onInput: (text: string) => void
}

export function TextAreaField({ rows, maxLength, value, onInput, ...frame }: TextAreaFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(ties) => (
        <textarea
          {...ties}
          class="text-input"
          rows={rows}
          maxLength={maxLength}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
