/** The port to the templates, and the foot of a notice's mail: the same for the mail that is sent and for its preview. */
import type { RegionSettings } from '../../../schema/region.ts'
import type { Language } from '../../../schema/wording.ts'
import type { RenderedMail } from '../ledger/mailer.ts'
import type { MailContent } from './content.ts'

/**
 * What the foot of every mail says beyond its content: the notice's number, for whom it speaks, whom to call; `whyUrl` leads to the
 * page that explains it. Without a foot the mail ends with its reason.
 */
export type MailFoot = { nid: string; regionName: string; helpPhone: string; whyUrl?: string }
export type RenderMail = (
  content: MailContent,
  language: Language,
  foot?: MailFoot,
) => RenderedMail | Promise<RenderedMail>

/** `whyUrl`: where the notice has a page that explains it. */
export function footOf(
  nid: string,
  { name, helpPhone }: Pick<RegionSettings, 'name' | 'helpPhone'>,
  language: Language,
  whyUrl: string | undefined,
): MailFoot {
  return { nid, regionName: name[language], helpPhone, ...(whyUrl !== undefined && { whyUrl }) }
}
