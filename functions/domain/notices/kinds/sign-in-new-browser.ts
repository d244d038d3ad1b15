/** Somebody signed in with a browser not seen before; the sign-in itself plans it. */
import { formatDayAndTime } from '../../../rules/moments.ts'
import { settingsUrl } from '../write/page-links.ts'
import { type MailKind, overtakenOrLeft } from './kind.ts'

export const signInNewBrowser: MailKind<'sign-in-new-browser'> = {
  needs: [],
  candidates: () => [],
  holds: () => true,
  whyNot: overtakenOrLeft,
  content: (composing) => {
    const { notice, place, language } = composing
    const at = formatDayAndTime(new Date(notice.dueAt), place, language)
    return { kind: 'sign-in-new-browser', at, url: settingsUrl(composing) }
  },
}
