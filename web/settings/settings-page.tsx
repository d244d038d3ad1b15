/** The door to all that a coordinator sets up without a developer. */
import type { Wording } from '../../functions/schema/wording.ts'
import { useResource } from '../api/resource.ts'
import { type Directory, fetchDirectory } from '../api/settings.ts'
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
import { directoryCounts } from './directory-counts.ts'
import '../set-up/set-up.css'
import './settings.css'

type Door = {
  readonly href: string
  readonly title: Wording
  readonly about: Wording
  /** What stands, where one cheap answer of the server tells it; of rounds their own page does. */
  readonly now?: (directory: Directory) => Wording
}

const groups: readonly { readonly title: Wording; readonly doors: readonly Door[] }[] = [
  {
    title: words.ofRounds,
    doors: [
      { href: '/pengaturan/persiapan', title: setUpWording.title, about: setUpWording.about },
      { href: '/pengaturan/putaran', title: roundsWording.title, about: roundsWording.about },
      { href: '/pengaturan/formulir', title: formsWording.title, about: formsWording.about },
      { href: '/pengaturan/kalender', title: calendarWording.title, about: calendarWording.about },
    ],
  },
  {
    title: words.ofPeople,
    doors: [
      {
        href: '/pengaturan/perangkat-daerah',
        title: directoryWording.agencies,
        about: directoryWording.agenciesAbout,
        now: directoryNow,
      },
      { href: '/pengaturan/orang', title: directoryWording.people, about: directoryWording.peopleAbout },
      { href: '/pengaturan/uji-surel', title: testMailWording.title, about: stepFacts.mail },
      { href: '/pengaturan/unduhan', title: fileAccessWording.title, about: fileAccessWording.about },
    ],
  },
  {
    title: words.ofData,
    doors: [
      { href: '/pengaturan/sipd', title: sipdWording.title, about: sipdWording.about },
      { href: '/acuan', title: referenceWording.title, about: referenceWording.about },
      { href: '/pengaturan/daerah', title: lookWording.title, about: lookWording.about },
    ],
  },
]

function directoryNow(directory: Directory): Wording {
  const { agencies, people } = directoryCounts(directory)
  return stepFacts.directory(agencies, people)
}

export function SettingsPage() {
  usePageTitle(say(words.title))
  // The page is of use without it too.
  const { value } = useResource('settings|directory', fetchDirectory)
  return (
    <section class="set-up">
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      {groups.map(({ title, doors }) => (
        <section key={title.id}>
          <h2>{say(title)}</h2>
          <ul class="task-list">
            {doors.map(({ href, title: name, about, now }) => (
              <li key={href}>
                <div>
                  <a href={href}>{say(name)}</a>
                  <p class="hint">
                    {say(about)} {now !== undefined && value !== undefined && say(now(value))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
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
