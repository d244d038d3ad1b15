/** What the file leaves open, each with its answers; many of one kind can be answered at once. */
import type { WorkbookAsk, WorkbookAskKind, WorkbookPreview } from '../../../functions/schema/workbook.ts'
import { say } from '../../wording/language.ts'
import { askKindWords, forAll, workbookWording as words } from '../../wording/workbook.ts'
import type { Upload } from './use-upload.ts'

const order: readonly WorkbookAskKind[] = ['hidden', 'dash', 'correction', 'overwrite', 'remove', 'revive', 'aside']
/** More of one kind are answered together only. */
const maxShown = 50

export function PreviewAsks({ upload, preview }: { upload: Upload; preview: WorkbookPreview }) {
  const { without } = upload.choices.value
  const asks = preview.asks.filter(({ sheet }) => !without.has(sheet))
  return (
    <>
      {order.map((kind) => {
        const own = asks.filter((ask) => ask.kind === kind)
        return own.length > 0 && <Kind key={kind} kind={kind} asks={own} upload={upload} />
      })}
    </>
  )
}

type KindProps = { readonly kind: WorkbookAskKind; readonly asks: readonly WorkbookAsk[]; readonly upload: Upload }

function Kind({ kind, asks, upload }: KindProps) {
  const choices = upload.choices.value
  const choose = (chosen: readonly (readonly [id: string, option: number])[]) => {
    upload.choices.value = { ...choices, options: new Map([...choices.options, ...chosen]) }
  }
  const [first] = asks
  return (
    <section class="panel workbook-asks" aria-label={say(askKindWords[kind])}>
      <h4>
        {say(askKindWords[kind])} ({asks.length})
      </h4>
      {asks.length > 1 && first !== undefined && kind !== 'dash' && (
        <p class="cluster">
          {[0, first.options.length - 1].map((option, place) => (
            <button
              key={option}
              type="button"
              class="button small"
              onClick={() => choose(asks.map(({ id, options }) => [id, place === 0 ? 0 : options.length - 1]))}
            >
              {say(
                forAll(
                  asks.length,
                  kind === 'correction' && place === 0 ? words.correction : first.options[option]?.label,
                ),
              )}
            </button>
          ))}
        </p>
      )}
      {asks.slice(0, maxShown).map((ask) => (
        <Ask
          key={ask.id}
          ask={ask}
          chosen={choices.options.get(ask.id) ?? ask.chosen}
          choose={(option) => choose([[ask.id, option]])}
        />
      ))}
    </section>
  )
}

type AskProps = { readonly ask: WorkbookAsk; readonly chosen: number | null; readonly choose: (option: number) => void }

function Ask({ ask: { id, sheet, cell, about, message, options }, chosen, choose }: AskProps) {
  return (
    <fieldset class="workbook-ask">
      <legend>
        <strong>{about}</strong>{' '}
        <span class="sheet-name">
          {sheet}!{cell}
        </span>
      </legend>
      <p>{say(message)}</p>
      {options.map(({ label }, option) => (
        <label key={label.id} class="check">
          <input type="radio" name={id} checked={chosen === option} onChange={() => choose(option)} /> {say(label)}
        </label>
      ))}
    </fieldset>
  )
}
