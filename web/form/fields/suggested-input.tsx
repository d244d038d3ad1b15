/**
 * A field that draws on a long list, on a phone above all: typed as text, with the list of what fits beneath it while it has the focus.
 * The list is fetched when the field is first entered; without it the field is typed into as any other.
 */
import { useRef, useState } from 'preact/hooks'
import { useForm } from '../form-model.ts'
import type { Combo } from '../table/combo/combo-port.ts'
import type { InputProps } from './input-props.ts'
import { shownText, TypedInput } from './typed-input.tsx'

const load = () => import('./combo-field.ts')
type Piece = Awaited<ReturnType<typeof load>>

export function SuggestedInput(props: InputProps) {
  const { field, place, value } = props
  const model = useForm()
  const [open, setOpen] = useState<{ readonly combo: Combo; readonly piece: Piece }>()
  const box = useRef<HTMLDivElement>(null)
  const entered = useRef(false)
  const enter = (input: HTMLInputElement, forget: () => void) => {
    entered.current = true
    const before = shownText(field, value, model)
    const leave = () => {
      forget()
      setOpen(undefined)
    }
    load().then(
      (piece) => {
        if (!entered.current) return
        const text = input.value
        setOpen({
          piece,
          combo: piece.createTextCombo({ model, field, place, text, typed: text !== before, done: leave }),
        })
      },
      () => undefined,
    )
  }
  const help = (forget: () => void) => ({
    attributes: {
      ...open?.piece.comboAttributes(open.combo),
      onFocus: (event: { currentTarget: HTMLInputElement }) => enter(event.currentTarget, forget),
      onBlur: () => {
        entered.current = false
        forget()
        setOpen(undefined)
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (open === undefined) return
        if (event.key === 'Escape') setOpen(undefined)
        else if (open.combo.press(event)) event.preventDefault()
        else if (event.key === 'Enter') {
          forget()
          setOpen(undefined)
        }
      },
    },
    onText: (text: string) => {
      if (open === undefined) enter(document.activeElement as HTMLInputElement, forget)
      else open.combo.type(text)
    },
  })
  return (
    <>
      <TypedInput {...props} help={help} />
      {open?.piece.isOpen(open.combo) && <open.piece.ComboOptions combo={open.combo} box={box} under />}
    </>
  )
}
