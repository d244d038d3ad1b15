/** The end of a region here, and taking it back. */
import type { RegionClosing } from '../../functions/domain/archive/close-region.ts'
import { type Command, neededWord, OpsError } from '../command.ts'

export const regionClose: Command = {
  name: 'region close',
  summary: 'Ends a region’s work here: nothing is written and nobody is mailed, all can be read and exported',
  usage: 'REGION [--undo]',
  details: [
    'Its rounds must be over. People still sign in to read and download. Sign-in codes are the only mails; what is kept ends by its age as before.',
    '--undo  opens it again. An export of a closed region is closed where it is imported, until it is opened there.',
  ],
  writes: true,
  options: { undo: { type: 'boolean' } },
  async run({ admin, words, options, write }) {
    const region = neededWord(words, 'The region', 'region close kota-kupang')
    const to = options.undo === true ? 'open' : 'closed'
    const call = write ? admin.tell : admin.ask
    const closing = (await call('region.close', { region, to })) as RegionClosing
    if (closing.openRounds.length > 0) {
      throw new OpsError(
        `${region} has rounds that are not over: ${closing.openRounds.join(', ')}`,
        'Wait for their closing, or close them on the page of entry windows; nothing was written.',
      )
    }
    const fate = closing.stands
      ? `${region} is ${to} already; nothing was changed.`
      : write
        ? `${region} is ${to} now.`
        : `${region} would be ${to}. Nothing was written. Add --yes.`
    const take = to === 'closed' ? [`Take it along: npm run ops -- region export ${region} --to=FILE`] : []
    return { lines: [fate, ...take], data: closing }
  },
}
