/** The head of every page: which region and round, who is signed in, the language, and the way out. */
import { useLocation } from 'preact-iso'
import type { Language, Wording } from '../../functions/schema/wording.ts'
import { HelpDoor } from '../help/help-door.tsx'
import { changeLanguage, me, signOut } from '../session/session.ts'
import { language, say } from '../wording/language.ts'
import { shellWording } from '../wording/shell.ts'
import { later } from './later.tsx'
import { shownRound } from './shown-round.ts'

const WideMenu = later(async () => (await import('./wide-menu.tsx')).WideMenu)

const languages: readonly { value: Language; name: string; short: string }[] = [
  { value: 'id', name: 'Bahasa Indonesia', short: 'ID' },
  { value: 'en', name: 'English', short: 'EN' },
]

export function Header() {
  const { path, route } = useLocation()
  const person = me.value
  const round = shownRound.value
  const forAgency = person?.role === 'operator' || person?.role === 'verifier'
  return (
    <header class="header">
      <a class="skip" href="#isi">
        {say(shellWording.skip)}
      </a>
      <div class="header-line width">
        <a class="brand" href="/">
          <img src={person?.logo ?? '/lengkap.svg'} alt="" height="32" />
          <span>
            <strong>{say(shellWording.product)}</strong>
            <small>{person === undefined ? say(shellWording.tagline) : say(person.regionName)}</small>
          </span>
        </a>
        <div class="header-tools">
          {person !== undefined && (
            <a class="who" href="/saya">
              <strong>{person.name}</strong>
              <small>{person.title}</small>
            </a>
          )}
          <HelpDoor />
          <LanguageSwitch />
          {person !== undefined && (
            <button type="button" class="button quiet" onClick={() => void signOut().then(() => route('/masuk', true))}>
              {say(shellWording.signOut)}
            </button>
          )}
        </div>
      </div>
      {person !== undefined && (
        <div class={forAgency || path.startsWith('/pengaturan') ? 'header-round' : 'header-round of-region'}>
          <div class="width header-line">
            {forAgency ? (
              <>
                <span>{round === undefined ? '\u00a0' : say(round.title)}</span>
                <AgencyMenu />
              </>
            ) : (
              <WideMenu coordinator={person.role === 'coordinator'} />
            )}
          </div>
        </div>
      )}
    </header>
  )
}

function LanguageSwitch() {
  return (
    <fieldset class="languages">
      <legend class="unseen">{say(shellWording.language)}</legend>
      {languages.map(({ value, name, short }) => (
        <button
          key={value}
          type="button"
          lang={value}
          title={name}
          aria-label={`${short}: ${name}`}
          aria-pressed={language.value === value}
          onClick={() => void changeLanguage(value)}
        >
          {short}
        </button>
      ))}
    </fieldset>
  )
}

const places: readonly { readonly href: string; readonly label: Wording }[] = [
  { href: '/tugas', label: shellWording.tasks },
  { href: '/temuan', label: shellWording.findings },
  { href: '/surat', label: shellWording.mails },
  { href: '/kalender', label: shellWording.calendar },
]

function AgencyMenu() {
  const { path } = useLocation()
  return (
    <nav aria-label={say(shellWording.menu)} class="menu">
      {places.map(({ href, label }) => (
        <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {say(label)}
        </a>
      ))}
    </nav>
  )
}
