/** The door to all that a coordinator sets up without a developer. */
import { BackToGuide, inGuide } from '../set-up/back-to-guide.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { directoryWording } from '../wording/directory.ts'
import { fileAccessWording } from '../wording/file-access.ts'
import { formsWording } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'
import { roundsWording } from '../wording/round-settings.ts'
import { setUpWording, stepFacts, testMailWording } from '../wording/set-up.ts'
import { calendarWording, lookWording, referenceWording, settingsWording as words } from '../wording/settings.ts'
import { sipdWording } from '../wording/sipd.ts'
import './settings.css'

const doors = [
  { href: '/pengaturan/persiapan', title: setUpWording.title, about: setUpWording.about },
  { href: '/pengaturan/putaran', title: roundsWording.title, about: roundsWording.about },
  { href: '/pengaturan/formulir', title: formsWording.title, about: formsWording.about },
  { href: '/pengaturan/perangkat-daerah', title: directoryWording.agencies, about: directoryWording.agenciesAbout },
  { href: '/pengaturan/orang', title: directoryWording.people, about: directoryWording.peopleAbout },
  { href: '/pengaturan/uji-surel', title: testMailWording.title, about: stepFacts.mail },
  { href: '/pengaturan/unduhan', title: fileAccessWording.title, about: fileAccessWording.about },
  { href: '/pengaturan/kalender', title: calendarWording.title, about: calendarWording.about },
  { href: '/pengaturan/sipd', title: sipdWording.title, about: sipdWording.about },
  { href: '/acuan', title: referenceWording.title, about: referenceWording.about },
  { href: '/pengaturan/daerah', title: lookWording.title, about: lookWording.about },
] as const

export function SettingsPage() {
  usePageTitle(say(words.title))
  return (
    <section>
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <ul class="setting-links">
        {doors.map(({ href, title, about }) => (
          <li key={href}>
            <a href={href}>
              <strong>{say(title)}</strong>
            </a>
            <p class="hint">{say(about)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The way back, at the head of each settings page. */
export function BackToSettings() {
  if (inGuide.value) return <BackToGuide />
  return (
    <p>
      <a href="/pengaturan">‹ {say(words.title)}</a>
    </p>
  )
}
