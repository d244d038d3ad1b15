/** Which language of the file stands for which of ours. Where a file has neither Indonesian nor English, its reader is asked. */
import type { Wording } from '../../schema/wording.ts'
import { isTranslated } from './columns.ts'
import type { NamedSheet, SheetRow } from './sheets.ts'

/** Languages as the headings write them, in lower case, each perhaps in several ways. `others` are not read. */
export type Languages = {
  readonly id: readonly string[]
  readonly en: readonly string[]
  readonly others: readonly string[]
  /** None of ours is among them, and nobody has said which is which. */
  readonly unknown: boolean
}
export type Chosen = { readonly id?: string | undefined; readonly en?: string | undefined }

const indonesian = /^(indonesian?|bahasa(\s+indonesia)?|id)(\s*\(\s*(id|ind)\s*\))?$|\(\s*id\s*\)$/
const english = /^(english|inggris|bahasa inggris|eng?)(\s*\(\s*eng?\s*\))?$|\(\s*en\s*\)$/

export function languagesOf(sheets: readonly (NamedSheet | undefined)[], chosen: Chosen): Languages {
  const found = new Set(
    sheets.flatMap((sheet) =>
      (sheet?.keys ?? []).flatMap((key) => {
        const [name = '', language] = key.split('::')
        return language !== undefined && isTranslated(name) ? [key.slice(name.length + 2)] : []
      }),
    ),
  )
  const all = [...found]
  const given = (language: string | undefined) => all.filter((each) => each === language?.trim().toLowerCase())
  const id = [...given(chosen.id), ...all.filter((each) => indonesian.test(each))]
  const en = [...given(chosen.en), ...all.filter((each) => english.test(each) && !id.includes(each))]
  const others = all.filter((each) => !id.includes(each) && !en.includes(each))
  return { id, en, others, unknown: id.length + en.length === 0 && others.length > 0 }
}

export type Worded = { readonly wording: Wording; readonly missing: 'Indonesia' | 'English' | undefined }

/** Both languages of a text; where one is missing, the other (or a heading without language) stands in for it. */
export function wordingOf(row: SheetRow, name: string, languages: Languages): Worded | undefined {
  const bare = row.shown[name]
  const own = (written: readonly string[]) => {
    const found = written.find((language) => row.shown[`${name}::${language}`] !== undefined)
    return found === undefined ? undefined : row.shown[`${name}::${found}`]
  }
  // Where nobody knows the languages, the first is shown until somebody says.
  const unknown = languages.unknown ? own(languages.others) : undefined
  const [id, en] = [own(languages.id) ?? bare ?? unknown, own(languages.en) ?? bare ?? unknown]
  const some = id ?? en
  if (some === undefined) return undefined
  const missing =
    own(languages.en) === undefined
      ? 'English'
      : own(languages.id) === undefined && bare === undefined
        ? 'Indonesia'
        : undefined
  return { wording: { id: id ?? some, en: en ?? some }, missing }
}
