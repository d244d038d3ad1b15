/** The way in of a new region. */
import type { Invited } from '../../functions/domain/region/invite-coordinator.ts'
import { type Command, needed, neededWord } from '../command.ts'

export const coordinatorInvite: Command = {
  name: 'coordinator invite',
  summary: 'Lets somebody sign in as a coordinator of a region',
  usage: 'REGION --email=ADDRESS --name=NAME --title=OFFICE [--phone=NUMBER]',
  details: [
    'Lengkap sends no invitation: the answer says what to tell them. Signing in needs the mailed code, so a wrong address',
    'lets nobody in but its owner: read it twice. Who has the address already becomes coordinator, under the same name.',
  ],
  writes: true,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    title: { type: 'string' },
    phone: { type: 'string' },
  },
  async run({ admin, words, options, write }) {
    const region = neededWord(words, 'The region', 'coordinator invite kota-kupang')
    const content = {
      region,
      email: needed(options, 'email', 'koordinator@bappeda.example'),
      name: needed(options, 'name', '"Maria Koordinator"'),
      title: needed(options, 'title', '"Koordinator, Bappeda"'),
      ...(typeof options.phone === 'string' ? { phone: options.phone } : {}),
    }
    const call = write ? admin.tell : admin.ask
    const invited = (await call('coordinator.invite', content)) as Invited & { siteUrl: string }
    const who = `${invited.personId} <${invited.email}> of ${region} (${invited.agencyId})`
    const fate = invited.stands
      ? [`${who} coordinates it already; nothing was changed.`]
      : write
        ? [`${who} coordinates it now.`]
        : [`${who} would coordinate it. Nothing was written. Add --yes to write.`]
    const tell = `Tell them: open ${invited.siteUrl}, enter ${invited.email}, and type the code that arrives by mail.`
    return { lines: [...fate, ...(invited.stands || write ? [tell] : [])], data: invited }
  },
}
