/** The list of a combo box and the attributes of its input: WAI-ARIA's pattern, in a table's cell and beneath a field alike. */
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { choicesWording } from '../../../wording/choices.ts'
import { moreWords, comboWording as words } from '../../../wording/combo.ts'
import { say } from '../../../wording/language.ts'
import type { ComboOption } from './combo-options.ts'
import type { Combo } from './combo-port.ts'
import './combo.css'

/** A list of hundreds is drawn in part; typing narrows it. */
const drawnOptions = 100
const listId = 'combo-list'
const optionId = (index: number) => `${listId}-${index}`

/** Where any text may be typed, a list in which nothing fits has nothing to say. */
export function isOpen({ free, shown }: Combo): boolean {
  return !free || shown.value.length > 0
}

/** Of the input; it is described by what is said beneath the list. */
export function comboAttributes(combo: Combo) {
  const marked = combo.marked.value
  const at = marked === undefined ? -1 : combo.shown.value.indexOf(marked)
  const open = isOpen(combo)
  return {
    role: 'combobox',
    'aria-expanded': open,
    'aria-autocomplete': 'list',
    'aria-controls': open ? listId : undefined,
    'aria-activedescendant': at < 0 ? undefined : optionId(at),
    'aria-describedby': open ? `${listId}-said` : undefined,
  } as const
}

type ComboOptionsProps = {
  readonly combo: Combo
  readonly box: RefObject<HTMLDivElement | null>
  readonly under?: boolean
}

/** `under`: beneath a field; otherwise it is placed by who draws it. */
export function ComboOptions({ combo, box, under = false }: ComboOptionsProps) {
  const marked = combo.marked.value
  useEffect(() => box.current?.querySelector('.marked')?.scrollIntoView({ block: 'nearest' }), [marked])
  const shown = combo.shown.value
  // The marked one is drawn, however far down it stands.
  const drawn = Math.max(drawnOptions, marked === undefined ? 0 : shown.indexOf(marked) + 1)
  const flaw = combo.flaw.value
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus in the input, whatever is clicked here
    <div ref={box} class={under ? 'combo under' : 'combo'} onMouseDown={(event) => event.preventDefault()}>
      <div id={listId} class="combo-options" role="listbox" aria-multiselectable={combo.many || undefined}>
        {shown.slice(0, drawn).map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the input, which says which option is active
          <div
            key={keyOf(option)}
            id={optionId(index)}
            tabIndex={-1}
            role="option"
            class={option === marked ? 'marked' : undefined}
            aria-selected={combo.many ? combo.chosen.value.has(option.value) : option === marked}
            onClick={() => combo.pick(option)}
          >
            {combo.many && <span class="tick" aria-hidden="true" />}
            {option.label}
            {option.code !== undefined && <small> {option.code}</small>}
            {option.note !== undefined && <small> · {option.note}</small>}
            {!option.known && <small class="error-text"> {say(words.unknown)}</small>}
          </div>
        ))}
      </div>
      {shown.length > drawn && <p class="hint">{say(moreWords(shown.length - drawn))}</p>}
      <p id={`${listId}-said`} role="status" class={flaw === undefined ? 'hint' : 'error-text'}>
        {say(
          flaw ??
            (shown.length === 0
              ? choicesWording.noMatch
              : combo.many
                ? words.keysMany
                : under
                  ? words.tap
                  : words.keysOne),
        )}
      </p>
    </div>
  )
}

const keyOf = ({ value }: ComboOption) => (typeof value === 'string' ? value : `~${value.absent}`)
