/**
 * The emulator in a process of its own, to be killed by a test. Its subscriber never succeeds, so that every event is
 * still owed when the kill comes. Argument: the data directory; sends its port.
 */
import { startSesEmulator } from '../../local/ses/ses-emulator.ts'

const emulator = await startSesEmulator({
  port: 0,
  dataDir: process.argv[2] ?? '',
  clock: () => new Date('2026-02-10T01:00:00Z'),
  verifiedSenders: ['lengkap.example'],
  ratePerSecond: 10_000,
  onEvent: () => new Promise(() => {}),
})
process.send?.(emulator.port)
