/** The operator's command over a table of its own, as on one machine: the same admin verbs, and what was printed. */
import { createAdmin } from '../../functions/admin/admin.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import type { Table } from '../../functions/store/table.ts'
import { adminOver } from '../../ops/connect.ts'
import { runOps } from '../../ops/run-ops.ts'

export function opsOver(table: Table, now = new Date('2026-02-10T01:00:00Z')) {
  const regions = createRegions(table)
  const rounds = createRounds(table)
  const admin = createAdmin({ clock: () => now, regions, rounds, siteUrl: 'https://lengkap.example' })
  return {
    regions,
    rounds,
    /** Runs a command line; answers how it ended and what it said. */
    ops: async (...args: string[]) => {
      const said: string[] = []
      const printed: string[] = []
      const status = await runOps([...args, '--stage', 'test'], {
        env: {},
        print: (line) => printed.push(line),
        say: (line) => said.push(line),
        connect: async () => adminOver((event) => admin(JSON.parse(JSON.stringify(event)))),
      })
      return { status, printed: printed.join('\n'), said: said.join('\n') }
    },
  }
}
