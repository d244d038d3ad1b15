/** A process of its own: reads one file as an upload of the sample form, and says what came of it, how long it took and its memory. */
import { readFileSync } from 'node:fs'
import { Refused } from '../../functions/domain/refusal.ts'
import { blank, subjectOf, workbooks } from './subject.ts'

const [path = '', verb = 'preview'] = process.argv.slice(2)
const file = readFileSync(path)
const before = process.cpuUsage()
let is = 'read'
try {
  const subject = subjectOf(blank)
  await (verb === 'annotate' ? workbooks.annotate(subject, file) : workbooks.preview(subject, file))
} catch (error) {
  is = error instanceof Refused && error.refusal.code === 'workbook-refused' ? error.refusal.reason : String(error)
}
// Of the processor: the machine may have other work as well.
const used = process.cpuUsage(before)
const milliseconds = Math.round((used.user + used.system) / 1_000)
// The usage that Node tells begins with that of the process which started this one.
const peak = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]
process.stdout.write(JSON.stringify({ is, milliseconds, megabytes: Math.round(Number(peak) / 1024) }))
