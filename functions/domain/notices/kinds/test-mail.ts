/** A mail that a coordinator asked for, to himself, to see whether mails arrive. */
import { formatDayAndTime } from '../../../rules/moments.ts'
import { testMailUrl } from '../write/page-links.ts'
import { type MailKind, overtakenOrLeft } from './kind.ts'

export const testMail: MailKind<'test-mail'> = {
  needs: [],
  candidates: () => [],
  holds: () => true,
  whyNot: overtakenOrLeft,
  content: (composing) => {
    const { notice, person, place, language, state } = composing
    return {
      kind: 'test-mail',
      person: person.name,
      region: state.region.settings.name[language],
      at: formatDayAndTime(new Date(notice.dueAt), place, language),
      url: testMailUrl(composing),
    }
  },
}
