/** In which language one reads and is written to: the same choice as in the head of each page, said in full. */
import { changeLanguage } from '../session/session.ts'
import { language, say } from '../wording/language.ts'
import { meWording as words } from '../wording/me.ts'

/** Each by its own name, for whoever cannot read the other. */
const languages = [
  { value: 'id', name: 'Bahasa Indonesia' },
  { value: 'en', name: 'English' },
] as const

export function LanguageChoice() {
  return (
    <fieldset class="field">
      <legend class="label">{say(words.language)}</legend>
      {languages.map(({ value, name }) => (
        <label key={value} class="check" lang={value}>
          <input
            type="radio"
            name="bahasa"
            checked={language.value === value}
            onChange={() => void changeLanguage(value)}
          />
          <span>{name}</span>
        </label>
      ))}
      <p class="hint">{say(words.languageHint)}</p>
    </fieldset>
  )
}
