/** What there is to say of the place that is looked at: beside the table on a desk, a sheet over it on a phone. */
import { useEffect, useRef } from 'preact/hooks'
import { narrow } from '../../shell/narrow.ts'
import { say } from '../../wording/language.ts'
import { markPlace, sheetWording as words } from '../../wording/sheet.ts'
import { PlaceFacts } from './place-facts.tsx'
import type { Sheet } from './sheet.ts'

export function PlacePanel({ sheet }: { sheet: Sheet }) {
  const pointer = sheet.place.value
  if (pointer === undefined) return null
  return narrow.value ? <PhoneSheet sheet={sheet} pointer={pointer} /> : <Aside sheet={sheet} pointer={pointer} />
}

type OpenProps = { readonly sheet: Sheet; readonly pointer: string }

function Aside({ sheet, pointer }: OpenProps) {
  const place = useRef<HTMLElement>(null)
  const wanted = sheet.panelWanted.value
  useEffect(() => {
    const find = (one: string) => place.current?.querySelector<HTMLElement>(one)
    if (wanted > 0) (find('textarea') ?? find('button'))?.focus()
  }, [wanted])
  return (
    <aside
      ref={place}
      class="place-panel no-print"
      aria-label={say(words.panel)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        sheet.close()
      }}
    >
      <Inside sheet={sheet} pointer={pointer} />
    </aside>
  )
}

function PhoneSheet({ sheet, pointer }: OpenProps) {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    place.current?.showModal()
  }, [])
  return (
    <dialog ref={place} class="place-sheet" aria-label={say(words.panel)} onClose={() => sheet.close()}>
      <Inside sheet={sheet} pointer={pointer} />
    </dialog>
  )
}

function Inside({ sheet, pointer }: OpenProps) {
  const standing = sheet.standing(pointer)
  return (
    <>
      <div class="panel-head">
        <span>{standing !== undefined && say(markPlace(standing.at, standing.of))}</span>
        <button type="button" class="button small" aria-label={say(words.previous)} onClick={() => sheet.step(-1)}>
          ‹
        </button>
        <button type="button" class="button small" aria-label={say(words.next)} onClick={() => sheet.step(1)}>
          ›
        </button>
        <button type="button" class="button small" onClick={() => sheet.close()}>
          {say(words.close)}
        </button>
      </div>
      <PlaceFacts key={pointer} sheet={sheet} pointer={pointer} />
    </>
  )
}
