/** The foot of a notice's mail, the same for the mail that is sent and for its preview. */
import type { RegionSettings } from '../../../schema/region.ts'
import type { Language } from '../../../schema/wording.ts'
import type { MailFoot } from './mailer.ts'

/** `whyUrl`: where the notice has a page that explains it. */
export function footOf(
  nid: string,
  { name, helpPhone }: Pick<RegionSettings, 'name' | 'helpPhone'>,
  language: Language,
  whyUrl: string | undefined,
): MailFoot {
  return { nid, regionName: name[language], helpPhone, ...(whyUrl !== undefined && { whyUrl }) }
}
