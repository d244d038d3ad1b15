/** What is known of one person: a copy for the person, erasing it, and what ends by itself. */
import { writeFile } from 'node:fs/promises'
import type { Access } from '../../functions/domain/access/accesses.ts'
import type { Ended } from '../../functions/domain/erasure/end-retention.ts'
import type { ErasureCounts, FoundItem } from '../../functions/domain/erasure/erasure.ts'
import { type Command, neededWord } from '../command.ts'

export const personErase: Command = {
  name: 'person erase',
  summary: 'Erases a person’s name, address and telephone wherever they stand',
  usage: 'REGION PERSON',
  details: [
    'PERSON is the id, as the page of people shows it; deactivate the person first. Facts, receipts, sums and chains stay and still verify;',
    'the id and the office stay as the doer of what was done. Backups of the table forget within 35 days.',
  ],
  writes: true,
  async run({ admin, words, write }) {
    const place = placeOf(words, 'person erase')
    const counts = (await (write ? admin.tell : admin.ask)('person.erase', place)) as ErasureCounts
    const fate = write ? 'Erased.' : 'Nothing was written; add --yes to erase.'
    return { lines: [...linesOf(counts), fate], data: counts }
  },
}

export const personCopy: Command = {
  name: 'person copy',
  summary: 'Everything that is kept of a person, for the person',
  usage: 'REGION PERSON [--to=FILE]',
  details: ['--to  a file, as JSON; without it the number of items by what they are is said'],
  writes: false,
  options: { to: { type: 'string' } },
  async run({ admin, words, options }) {
    const found = (await admin.ask('person.copy', placeOf(words, 'person copy'))) as FoundItem[]
    const counts = Object.fromEntries(
      [...Map.groupBy(found, ({ what }) => what)].map(([what, all]) => [what, all.length]),
    )
    if (typeof options.to !== 'string') return { lines: linesOf(counts), data: found }
    await writeFile(options.to, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600 })
    return { lines: [...linesOf(counts), `Written to ${options.to}; it is for this person only.`], data: counts }
  },
}

export const personAccess: Command = {
  name: 'person access',
  summary: 'Who looked at what that is not his own agency’s, and which files left',
  usage: 'REGION [PERSON] --since=2026-02-10',
  details: [
    'Answers after a breach whose data somebody saw: each file with its instant, each page once a day, at most a year back.',
    '--since  a date, in UTC; --json  for a program',
  ],
  writes: false,
  options: { since: { type: 'string' } },
  async run({ admin, words: [region, person], options }) {
    const place = {
      region: neededWord(region ? [region] : [], 'The region', 'person access kota-kupang --since=2026-02-10'),
    }
    const since = typeof options.since === 'string' ? options.since : ''
    const found = (await admin.ask('person.access', { ...place, ...(person ? { person } : {}), since })) as Access[]
    const lines = found.map(({ at, by, kind, route, round, agencyId }) =>
      [at, by, kind, route, round, agencyId].filter((each) => each !== undefined).join('  '),
    )
    return { lines: lines.length === 0 ? ['nothing'] : lines, data: found }
  },
}

export const retentionEnd: Command = {
  name: 'retention end',
  summary: 'Ends what has been kept for as long as its region keeps it; runs by itself each day',
  usage: '[REGION]',
  details: [
    'Answers about persons, drafts and captured mails of rounds, and contact data of people put out as long ago.',
  ],
  writes: true,
  async run({ admin, words: [region], write }) {
    const answers = (await (write ? admin.tell : admin.ask)('retention.end', region ? { region } : {})) as Ended[]
    const lines = answers.flatMap(({ region: of, years, rounds, people }) => [
      `${of}: kept for ${years} years`,
      ...Object.entries(rounds).flatMap(([id, counts]) => [
        `  round ${id}`,
        ...linesOf(counts).map((line) => `  ${line}`),
      ]),
      ...people.map((id) => `  person ${id}`),
    ])
    return { lines: [...lines, write ? 'Done.' : 'Nothing was written; add --yes to end it now.'], data: answers }
  },
}

function placeOf(words: readonly string[], command: string): { region: string; person: string } {
  const example = `${command} kota-kupang operator-dinsos`
  return { region: neededWord(words, 'The region', example), person: neededWord(words.slice(1), 'The person', example) }
}

function linesOf(counts: ErasureCounts): string[] {
  const lines = Object.entries(counts).map(([what, count]) => `  ${count} ${what}`)
  return lines.length === 0 ? ['  nothing'] : lines
}
