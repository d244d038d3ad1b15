/** SES's emulator in a process of its own. Sends its port, and, asked for so many, events as SNS hands them to a function, the newest first. */
import type { SNSEvent } from 'aws-lambda'
import { startSesEmulator } from '../../../local/ses/ses-emulator.ts'

const kept = 2_000
const events: SNSEvent[] = []
const emulator = await startSesEmulator({
  port: 0,
  dataDir: process.argv[2] ?? '',
  clock: () => new Date(),
  verifiedSenders: ['lengkap.example'],
  ratePerSecond: 100_000,
  onEvent: async (event) => {
    events.unshift(event)
    events.length = Math.min(events.length, kept)
  },
})
process.on('message', (count: number) => process.send?.(events.splice(0, count)))
process.send?.(emulator.port)
