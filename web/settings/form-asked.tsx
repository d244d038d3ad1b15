/** What a workbook does not say of itself: the form's code and title, and which of its languages is which. */
import { useState } from 'preact/hooks'
import type { DraftOptions, FormPreview } from '../../functions/schema/form-draft.ts'
import { formsWording as words } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'

type AskedProps = {
  readonly preview: FormPreview
  readonly options: DraftOptions
  /** Of the workbook, without its ending: what a form is often called. */
  readonly fileName: string
  readonly busy: boolean
  readonly answer: (options: DraftOptions) => unknown
}

/** Nothing where the file says it all. */
export function FormAsked({ preview, options, fileName, busy, answer }: AskedProps) {
  const [given, setGiven] = useState<DraftOptions>(options)
  const lacks = (code: string) => preview.flaws.some((flaw) => flaw.code === code)
  const { languages = [] } = preview
  const asksId = lacks('form-id') || options.formId !== undefined
  const asksTitle = lacks('title-missing') || options.title !== undefined
  if (!asksId && !asksTitle && languages.length === 0) return null
  const id = given.formId ?? slugOf(fileName)
  const title = given.title ?? fileName.replace(/[_-]+/g, ' ')
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        answer({
          ...given,
          ...(asksId ? { formId: id } : {}),
          ...(asksTitle ? { title } : {}),
          ...(languages.length > 0 ? { languages: { id: languages[0], ...given.languages } } : {}),
        })
      }}
    >
      <h3>{say(words.asked)}</h3>
      {asksId && (
        <label class="label">
          {say(words.askedId)}
          <input value={id} onInput={({ currentTarget: { value } }) => setGiven({ ...given, formId: value })} />
        </label>
      )}
      {asksTitle && (
        <label class="label">
          {say(words.askedTitle)}
          <input value={title} onInput={({ currentTarget: { value } }) => setGiven({ ...given, title: value })} />
        </label>
      )}
      {languages.length > 0 && (
        <div class="pair">
          <LanguageMenu
            label={say(words.askedIndonesian)}
            languages={languages}
            value={given.languages?.id ?? languages[0] ?? ''}
            take={(language) => setGiven({ ...given, languages: { ...given.languages, id: language } })}
          />
          <LanguageMenu
            label={say(words.askedEnglish)}
            languages={['', ...languages]}
            value={given.languages?.en ?? ''}
            take={(language) => setGiven({ ...given, languages: { ...given.languages, en: language || undefined } })}
          />
        </div>
      )}
      <p>
        <button type="submit" class="button main" disabled={busy}>
          {say(words.answer)}
        </button>
      </p>
    </form>
  )
}

type MenuProps = {
  readonly label: string
  readonly languages: readonly string[]
  readonly value: string
  readonly take: (language: string) => void
}

function LanguageMenu({ label, languages, value, take }: MenuProps) {
  return (
    <label class="label field">
      {label}
      <select value={value} onChange={(event) => take(event.currentTarget.value)}>
        {languages.map((language) => (
          <option key={language} value={language}>
            {language === '' ? say(words.sameLanguage) : language}
          </option>
        ))}
      </select>
    </label>
  )
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
}
