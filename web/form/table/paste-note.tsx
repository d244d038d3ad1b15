/** What became of a paste: how much was taken and how it was read, what is marked, what found no place and can be copied again from here. */
import { noticeWords } from '../../../functions/schema/fields/notice-words.ts'
import {
  beyondWords,
  cutWords,
  fullWords,
  markedWords,
  pastedWords,
  readingWords,
  strangerWords,
  totalsWords,
  toolWording as words,
} from '../../wording/grid-tools.ts'
import { say } from '../../wording/language.ts'
import { focusPointer } from '../focus-pointer.ts'
import { placeOf } from '../model/place.ts'
import { AlikeChoices } from './alike-choices.tsx'
import { step } from './grid-keys.ts'
import type { GridState, PasteReport } from './grid-state.ts'

export function PasteNote({ state }: { state: GridState }) {
  const report = state.report.value
  if (report === undefined) return null
  const { cells, newRows, marked, cut, beyond, strangers, left, totals, full } = report
  const fine = marked.length + cut + beyond + strangers.length + left.length + totals.length === 0
  const [first] = marked
  const close = () => {
    state.report.value = undefined
  }
  return (
    <div class={fine ? 'panel' : 'panel warning'}>
      <p role="status">
        {say(pastedWords(cells, newRows))}{' '}
        {state.model.answers.value === report.after && (
          <button
            type="button"
            class="link"
            onClick={() => {
              step(state, 'undo')
              close()
            }}
          >
            {say(words.undoPaste)}
          </button>
        )}
      </p>
      {full > 0 && (
        <p>
          <strong>{say(fullWords(full, state.table.maxRows))}</strong>
        </p>
      )}
      {totals.length > 0 && <p>{say(totalsWords(totals))}</p>}
      <Readings state={state} report={report} />
      {first !== undefined && (
        <p>
          <strong>{say(markedWords(marked.length))}</strong>{' '}
          <button type="button" class="link" onClick={() => focusPointer(state.model, first)}>
            {say(words.firstMarked)}
          </button>
        </p>
      )}
      <AlikeChoices state={state} unknown={report.unknown} />
      {beyond > 0 && <p>{say(beyondWords(beyond))}</p>}
      {cut > 0 && <p>{say(cutWords(cut))}</p>}
      {strangers.length > 0 && <p>{say(strangerWords(strangers))}</p>}
      {left !== '' && (
        <label class="label">
          {say(full > 0 ? words.leftFull : words.leftTitle)}
          <textarea class="paste-text" rows={4} wrap="off" readOnly value={left} />
        </label>
      )}
      <button type="button" class="link" onClick={close}>
        {say(words.close)}
      </button>
    </div>
  )
}

/** A dash may also have meant nothing at all. */
function Readings({ state, report }: { state: GridState; report: PasteReport }) {
  if (report.readings.length === 0) return null
  return (
    <>
      <p>{say(words.readTitle)}</p>
      <ul>
        {report.readings.map(({ field, code, message, pointers }) => (
          <li key={`${field.id}${code}`}>
            {say(
              readingWords({ label: field.label, count: pointers.length, how: noticeWords[code], example: message }),
            )}{' '}
            {code === 'dash' && (
              <button
                type="button"
                class="link"
                onClick={() =>
                  state.model.setMany(pointers.map((pointer) => ({ place: placeOf(pointer), value: undefined })))
                }
              >
                {say(words.leaveBlank)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
