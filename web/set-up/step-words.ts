/** What stands of a step, in one line, and the page on which it is taken. */
import type { Wording } from '../../functions/schema/wording.ts'
import type { SetUp, SetUpStep } from '../api/set-up.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { stepFacts as words } from '../wording/set-up.ts'

export function pageOf(step: SetUpStep, { round, rehearsal }: SetUp): string {
  const place = round === null ? '/putaran-baru' : `/pengaturan/putaran/${encodeURIComponent(round.id)}`
  const pages: Record<SetUpStep, string> = {
    look: '/pengaturan/daerah',
    directory: '/pengaturan/direktori',
    forms: '/pengaturan/formulir',
    calendar: '/pengaturan/kalender',
    round: place,
    matrix: `${place}#penugasan`,
    mail: '/pengaturan/uji-surel',
    rehearsal: rehearsal === null ? '/pengaturan/putaran' : `/latihan/${encodeURIComponent(rehearsal)}`,
    opening: place,
  }
  return pages[step]
}

export function factsOf(step: SetUpStep, setUp: SetUp): Wording {
  const { region, round, forms, assigned, yearsWithout } = setUp
  const isDone = setUp.steps.some((each) => each.step === step && each.state === 'done')
  switch (step) {
    case 'look':
      return lookFacts(region, isDone)
    case 'directory':
      return directoryFacts(setUp)
    case 'forms':
      return words.forms(forms.known, forms.own)
    case 'calendar':
      return yearsWithout.length === 0 ? words.calendar : words.noHolidays(yearsWithout.join(', '))
    case 'round':
      return round === null
        ? words.noRound
        : words.round(say(round.title), longLocalDate(round.opensOn), longLocalDate(round.closesOn))
    case 'matrix':
      return isDone ? words.matrix(assigned.forms, assigned.agencies) : words.noMatrix
    case 'mail':
      return isDone ? words.mailDone : words.mail
    case 'rehearsal':
      return words.rehearsal
    default:
      return isDone ? words.openingDone : words.opening
  }
}

function lookFacts({ name, helpPhone, zoneName, replyTo }: SetUp['region'], isDone: boolean): Wording {
  const stands = words.look({ name: say(name), phone: helpPhone, zone: zoneName, replyTo })
  if (isDone) return stands
  return { id: `${stands.id} ${words.lookToDo.id}`, en: `${stands.en} ${words.lookToDo.en}` }
}

function directoryFacts({ agencies, people, withoutPeople: { count, some } }: SetUp): Wording {
  const all = words.directory(agencies, people)
  if (count === 0) return all
  const without = words.withoutPeople(some.join(', '), count - some.length)
  return { id: `${all.id} ${without.id}`, en: `${all.en} ${without.en}` }
}
