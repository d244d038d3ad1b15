/** What failed to the end, run again. */
import type { Redrive, Redriven } from '../../functions/admin/failure-verbs.ts'
import { type Command, OpsError, type Task } from '../command.ts'

const noQueue =
  'One machine has no queue of failures: a run that fails is told in the terminal of npm start and tried again by itself.'

export const noticesRedrive: Command = {
  name: 'notices redrive',
  summary: 'Runs again what failed to the end and lies in the queue of failures (alarm failures-waiting)',
  usage: '',
  details: [
    'A report of SES is handed over as it came; a run of a schedule is run as of now, since later runs do what it left; records of the',
    'table’s stream are only taken out, since the minute’s sweep has found them. What fails again stays, and so does what cannot be read.',
    'Without --yes it only looks: the messages are out of the queue’s count for some seconds.',
  ],
  writes: true,
  async run(task) {
    const first = await redriveOnce(task)
    if (!first.queue) return { lines: [noQueue], data: first }
    const messages = [...first.messages]
    for (let more = first.messages; task.write && more.length > 0; ) {
      const next = await redriveOnce(task)
      more = next.queue ? next.messages : []
      messages.push(...more)
      if (more.length > 0) task.progress(`${messages.length} of about ${first.waiting} done`)
    }
    const kept = messages.filter(({ fate }) => fate === 'kept')
    if (task.write && kept.length > 0) throw keptError(messages, kept)
    return { lines: [...messages.map(lineOf), ending(task, messages)], data: { waiting: first.waiting, messages } }
  },
}

async function redriveOnce({ admin, write }: Task): Promise<Redrive> {
  return (await (write ? admin.tell : admin.ask)('notices.redrive', {})) as Redrive
}

const kinds: Record<Redriven['kind'], string> = {
  report: 'a report of SES',
  run: 'a run of a schedule',
  records: 'records of the table’s stream',
  unreadable: 'something that nobody can read',
}

function lineOf({ since, kind, job, fate, error }: Redriven): string {
  return `${since} ${kinds[kind]}${job ? ` for ${job}` : ''}: ${fate}${error ? ` (${error})` : ''}`
}

function ending({ write }: Task, { length }: readonly Redriven[]): string {
  if (length === 0) return 'Nothing that failed waits.'
  return write ? `${length} taken out of the queue.` : 'Nothing was run. Add --yes to run it.'
}

function keptError(messages: readonly Redriven[], kept: readonly Redriven[]): OpsError {
  const lines = kept.slice(0, 20).map(lineOf)
  return new OpsError(
    `${messages.length - kept.length} taken out of the queue, ${kept.length} kept:\n${lines.join('\n')}`,
    'The log group of the function says why it fails. Mend that and run this again: what is kept is seen again after six minutes, for 14 days.',
  )
}
