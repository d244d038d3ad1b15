/** A round as a province or a ministry has it: what making, changing and reading it costs over HTTP, and how much a Lambda answers. */
import { randomUUID } from 'node:crypto'
import { type Cost, costOf } from './measure.ts'
import { prefill } from './prefill.ts'
import { answersOf, region, roundId, type Size, startTown, type Town } from './town.ts'

type Asked = [person: string, method: string, path: string, json?: unknown]

/** What the pages of a round ask, of everybody who may. */
function readings({ agencyIds, formIds }: Town): Record<string, Asked> {
  const round = `/api/rounds/${roundId}`
  const [agency = '', form = ''] = [agencyIds[0], formIds[0]]
  const get = (path: string, person = 'koordinator'): Asked => [person, 'GET', path]
  return {
    'list of rounds': get('/api/rounds'),
    'one round': get(round),
    'an agency’s round': get(round, `op-${agency}`),
    'its tasks': get(`${round}/assignments`, `op-${agency}`),
    'its start': get('/api/start', `op-${agency}`),
    'a coordinator’s start': get('/api/start'),
    'tasks of one agency, for the coordinator': get(`${round}/assignments?agency=${agency}`),
    revisions: get(`${round}/revisions`),
    'board, brief': get(`${round}/completeness?cells=brief`),
    'mail plan': get(`${round}/mail-plan`),
    'mail plan with a change': get(`${round}/mail-plan?change=extend&closesOn=2026-03-27`),
    'call list': get(`${round}/calls`),
    timeline: get(`${round}/timeline`),
    findings: get(`${round}/findings`),
    notes: get(`${round}/notes`),
    'results of one form': get(`${round}/export.csv?form=${form}&part=isian`),
    'a page of results': get(`${round}/results/${form}?part=isian`),
    summary: get(`${round}/summaries/${form}`),
    'workbook of all results': get(`${round}/export.xlsx`),
    'workbook of assignments': get(`${round}/assignments/workbook`),
    ledger: get(`/api/notifications?round=${roundId}`),
    'batches of the ledger': get(`/api/notification-batches?round=${roundId}`),
    directory: get('/api/directory'),
    unreachable: get('/api/unreachable'),
    'set-up': get('/api/set-up'),
    'reminder by hand, looked at': ['koordinator', 'POST', `${round}/reminders/preview`, { agencyIds: [agency] }],
  }
}

export const atSize =
  (size: Size) =>
  async (root: string): Promise<Record<string, Cost>> => {
    const town = await startTown(root, size)
    const costs: Record<string, Cost> = {}
    const ask = async (name: string, [person, method, path, json]: Asked, headers: Record<string, string> = {}) => {
      let bytes = 0
      let status = 0
      const cost = await costOf(
        [
          async () => {
            const answer = await town.call(person, method, path, json, { 'accept-encoding': 'br,gzip', ...headers })
            // What the function hands to the gateway; a text is written as JSON once more.
            bytes = Buffer.byteLength(JSON.stringify(answer))
            status = answer.statusCode ?? 0
            if (status >= 300) console.error(`${name}: ${status} ${answer.body?.slice(0, 300)}`)
          },
        ],
        1,
        town.pid,
      )
      if (status < 300) costs[name] = { ...cost, bytes }
      if (json !== undefined) console.error(`${name}: asked with ${JSON.stringify(json).length} bytes`)
    }
    const assignments = town.agencyIds.flatMap((agencyId) =>
      town.formIds.map((formId) => ({ agencyId, formId, formVersion: 1 })),
    )
    const dates = { opensOn: '2026-03-02', targetOn: '2026-03-06', closesOn: '2026-03-13' }
    const made = { id: 'bangku-2', copyOf: roundId, ...dates, assignments }
    await ask('made', ['koordinator', 'POST', '/api/rounds', made])
    const { round } = (await town.deps.rounds.loadFrame(region, 'bangku-2')) ?? {}
    const plan = { ...round, assignments: assignments.slice(0, -size.forms) }
    await ask('one agency less', ['koordinator', 'PUT', '/api/rounds/bangku-2', plan], { 'if-match': '"1"' })
    await ask('one agency more', ['koordinator', 'PUT', '/api/rounds/bangku-2', { ...plan, assignments }], {
      'if-match': '"2"',
    })
    await ask('opening, looked at', ['koordinator', 'GET', '/api/rounds/bangku-2/opening'])
    await ask('opened', ['koordinator', 'POST', '/api/rounds/bangku-2/opening'], { 'if-match': '"3"' })
    await prefill(town, (size.agencies * size.forms) / 2)
    const extend = { kind: 'extend', closesOn: '2026-03-20', reason: 'Dinas meminta waktu' }
    await ask('all dates moved', ['koordinator', 'POST', `/api/rounds/${roundId}/windows`, extend], {
      'if-match': '"1.0"',
      'idempotency-key': randomUUID(),
    })
    for (const [name, asked] of Object.entries(readings(town))) await ask(name, asked)
    const [agency = '', form = ''] = [town.agencyIds.at(-1), town.formIds.at(-1)]
    const path = `/api/rounds/${roundId}/agencies/${agency}/forms/${form}/submissions`
    await ask('submit', [`op-${agency}`, 'POST', path, { answers: answersOf(7) }], {
      'if-match': '"0"',
      'idempotency-key': randomUUID(),
    })
    await town.close()
    return costs
  }
