/**
 * What one recipient still owes, agency by agency and form by form: status, how much is answered, what is missing by name.
 * Dates stand once per agency, for an extension may move those of one agency alone.
 */
import type { AgencyBlock, FormLine } from '../domain/notices/write/content.ts'
import type { Language } from '../schema/wording.ts'
import { statusWords } from '../schema/work-words.ts'
import { colours } from './look.ts'
import { Note, Status } from './parts.tsx'
import { clip, unbroken } from './safe-text.ts'

const words = {
  id: {
    target: 'Target penyelesaian',
    closes: 'Batas akhir',
    missing: 'Yang perlu dibereskan',
    only: (count: number) => `${count} isian`,
    more: (count: number) => `dan ${count} isian lain`,
  },
  en: {
    target: 'Target date',
    closes: 'Final deadline',
    missing: 'To be done',
    only: (count: number) => `${count} answers`,
    more: (count: number) => `and ${count} more`,
  },
}

/** The names of what is missing in one line, or an empty string. */
export function missingLine(line: Pick<FormLine, 'missing' | 'moreMissing'>, language: Language): string {
  const names = line.missing.map((name) => clip(name, 90))
  if (names.length === 0 && line.moreMissing === 0) return ''
  const { missing, more, only } = words[language]
  if (names.length === 0) return `${missing}: ${only(line.moreMissing)}`
  const all = line.moreMissing > 0 ? [...names, more(line.moreMissing)] : names
  return `${missing}: ${all.join('; ')}`
}

/** Dates, holiday and days left, once for all blocks when they agree (the usual case), or `undefined`. */
function sharedDates(blocks: readonly AgencyBlock[]): AgencyBlock | undefined {
  const first = blocks[0]
  const same = ({ target, closes, holidayNote, left }: AgencyBlock) =>
    JSON.stringify([target, closes, holidayNote, left])
  return first && blocks.every((block) => same(block) === same(first)) ? first : undefined
}

/** The blocks of the html part. */
export function AgencyBlocks({ blocks, language }: { blocks: readonly AgencyBlock[]; language: Language }) {
  const shared = sharedDates(blocks)
  return (
    <>
      {shared && <Dates block={shared} language={language} />}
      {blocks.map((block) => (
        <div class="l" style={`margin:0 0 16px;padding:14px 0 0;border-top:2px solid ${colours.line}`}>
          <h2 class="t" style={`margin:0 0 6px;font-size:18px;line-height:25px;color:${colours.ink}`}>
            {clip(block.name, 120)}
          </h2>
          {!shared && <Dates block={block} language={language} />}
          <Forms forms={block.forms} language={language} />
        </div>
      ))}
    </>
  )
}

function Dates({ block, language }: { block: AgencyBlock; language: Language }) {
  return (
    <>
      <p style="margin:0 0 10px">
        <strong>{block.left}</strong>
        <br />
        {words[language].target}: {block.target}
        <br />
        {words[language].closes}: {block.closes}
      </p>
      {block.holidayNote && <Note>{block.holidayNote}</Note>}
    </>
  )
}

/** One line a form; the title is the way in. */
export function Forms({ forms, language }: { forms: readonly FormLine[]; language: Language }) {
  return (
    <>
      {forms.map((form) => (
        <div class="l" style={`padding:9px 0;border-top:1px solid ${colours.line}`}>
          {form.url === '' ? (
            <strong>{clip(form.title, 120)}</strong>
          ) : (
            <a class="k" href={form.url} style={`font-weight:bold;color:${colours.action}`}>
              {clip(form.title, 120)}
            </a>
          )}
          <div style="margin:3px 0 0">
            <Status status={form.status} language={language} /> {unbroken(form.progress)}
          </div>
          <Missing text={missingLine(form, language)} />
        </div>
      ))}
    </>
  )
}

function Missing({ text }: { text: string }) {
  if (text === '') return null
  return (
    <div class="m" style={`margin:3px 0 0;font-size:14px;line-height:21px;color:${colours.muted}`}>
      {text}
    </div>
  )
}

/** The same blocks for the text part, one paragraph each. */
export function blockTexts(blocks: readonly AgencyBlock[], language: Language): string[] {
  const shared = sharedDates(blocks)
  const texts = blocks.map((block) => {
    const dates = shared ? [] : dateTexts(block, language)
    return [clip(block.name, 120).toUpperCase(), ...dates, ...formTexts(block.forms, language)].join('\n')
  })
  return shared ? [dateTexts(shared, language).join('\n'), ...texts] : texts
}

function dateTexts(block: AgencyBlock, language: Language): string[] {
  return [
    block.left,
    `${words[language].target}: ${block.target}`,
    `${words[language].closes}: ${block.closes}`,
    ...(block.holidayNote ? [block.holidayNote] : []),
  ]
}

/** Forms for the text part, one or two lines each. */
export function formTexts(forms: readonly FormLine[], language: Language): string[] {
  return forms.flatMap((form) => {
    const missing = missingLine(form, language)
    const first = `- ${clip(form.title, 120)}: ${statusWords[form.status][language]}, ${form.progress}`
    return missing === '' ? [first] : [first, `  ${missing}`]
  })
}
