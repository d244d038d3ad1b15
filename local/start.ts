/** The whole system on one machine, with the addresses to open and how to sign in: what start.mjs runs. */

import { formatDayAndTime } from '../functions/rules/moments.ts'
import type { Person } from '../functions/schema/region.ts'
import { seedBudget } from './seed/seed-budget.ts'
import { type LocalSettings, readSettings, SettingsError } from './settings.ts'
import { type System, startSystem } from './system.ts'

/** One address of each kind. */
function signIns({ people }: System): string[] {
  const wanted: [string, (person: Person) => boolean][] = [
    ['koordinator / coordinator', ({ role }) => role === 'coordinator'],
    [
      'operator dinas / of an office',
      ({ role, agencyIds: [id = ''] }) => role === 'operator' && !id.startsWith('kec-'),
    ],
    [
      'operator kecamatan / of a district',
      ({ role, agencyIds: [id = ''] }) => role === 'operator' && id.startsWith('kec-'),
    ],
    ['kepala / head', ({ role }) => role === 'verifier'],
    ['pembaca / viewer', ({ role }) => role === 'viewer'],
  ]
  return wanted.flatMap(([kind, isOne]) => {
    const person = people.find((each) => isOne(each) && !each.disabled)
    return person === undefined ? [] : [`    ${person.email.padEnd(38)} ${kind}`]
  })
}

/** Where mails go: to the inbox of this machine, or through a relay to real people. */
function mailLine({ inboxUrl }: System, { smtpUrl }: LocalSettings): string {
  return smtpUrl
    ? '  Surel / mail       lewat relai SMTP, kepada orang sungguhan / through the SMTP relay, to real people'
    : `  Kotak surel / inbox  ${inboxUrl}`
}

function signInLines(system: System): string[] {
  if (system.people.length === 0)
    return [
      '  Daerah dan koordinatornya dibuat dengan / regions and their coordinators are made by:',
      '    npm run ops -- region create 53.02 --reply-to=ADDRESS --phone=NUMBER --stage local --yes',
      '    npm run ops -- coordinator invite REGION --email=ADDRESS --name=NAME --title=OFFICE --stage local --yes',
    ]
  return [
    '  Masuk / sign in: buka halaman, isi salah satu alamat berikut, lalu ambil kodenya di kotak surel.',
    ...signIns(system),
  ]
}

function greet(system: System, settings: LocalSettings): void {
  const now = formatDayAndTime(system.clock.now(), system.place, 'id')
  const seeded = system.people.length > 0
  console.log(`
Lengkap berjalan${seeded ? `: ${system.region}` : ''}. / Lengkap is running.

  Halaman / page     ${settings.siteUrl ?? system.siteUrl}
${mailLine(system, settings)}
  DynamoDB           ${system.dynamodbEndpoint}

  ${system.clock.kind === 'rehearsal' ? 'Jam latihan / rehearsal clock' : 'Jam / clock'}: ${now}

${signInLines(system).join('\n')}

  Ctrl-C menghentikan; data tetap ada di DATA_DIR. / Ctrl-C stops; DATA_DIR keeps the data.
`)
}

/** Ready when `page` is built too. Lives until Ctrl-C; a start that fails ends the process with exit code 1. */
export async function start(page: Promise<void>): Promise<void> {
  try {
    const settings = readSettings(process.env, process.argv.slice(2))
    const [system] = await Promise.all([startSystem(settings), page])
    if (settings.regency === undefined)
      await seedBudget(system.clock.now(), await import('../functions/lambda/deps.ts'))
    greet(system, settings)
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      system.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error('stop:', error)
          process.exit(1)
        },
      )
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  } catch (error) {
    console.error(error instanceof SettingsError ? `Lengkap: ${error.message}` : error)
    process.exit(1)
  }
}
