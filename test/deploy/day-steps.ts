/** What people do on that day, as tests that follow each other; then what the roles say to it. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { completeAnswers, decide, review2025, roundId, submit, tagging, workPath } from '../journeys/agency-work.ts'
import { expectStatus, type Visitor } from '../journeys/visitor.ts'
import { settings } from '../stacks/synthesize.ts'
import { type Day, scheduled, startDay } from './day.ts'
import { fits, isAllowed } from './iam.ts'

const bouncing = 'kepala@dukcapil.example'
const region = 'kota-kupang'

/** @param folder of the assembly, when it is there */
export function itServesADay(folder: string): void {
  let day: Day
  let operator: Visitor
  let coordinator: Visitor
  const get = async (who: Visitor, path: string) => expectStatus(await who.request('GET', path), 200)
  const ofRound = `/api/rounds/${roundId}`

  beforeAll(async () => {
    const dynamodb = inject('dynamodbEndpoint')
    day = await startDay({ folder, dynamodb, mailDomain: settings.MAIL_DOMAIN, bouncing })
  })
  afterAll(() => day.close())

  it('plan and send the opening, and hear of each mail', async () => {
    expect(await day.run('plan')).toMatchObject({ inserted: 34 })
    expect(await day.run('dispatch')).toMatchObject({ sent: 34 })
    // What alarms read is written before the function is frozen.
    expect(await day.cloud.saidBy('dispatch')).toContain('OldestOverdueSeconds')
    await day.ses.eventsSettled()
    expect(day.ses.messages()).toHaveLength(34)
  })

  it('let an operator sign in by mail, save a draft, get a workbook and give it back', async () => {
    operator = await day.person().signIn('operator@perikanan.example')
    const work = workPath('perikanan', tagging)
    const answers = completeAnswers('perikanan', tagging)
    const draft = { formVersion: 2, answers }
    expectStatus(await operator.request('PUT', `${work}/draft`, draft, { 'if-match': '"v0-r0"' }), 200)
    expect((await get(operator, `${work}/draft`)).body).toMatchObject({ version: 1, answers })
    const { bytes, headers } = await get(operator, `${work}/workbook`)
    expect(headers.get('content-type')).toContain('spreadsheet')
    const preview = expectStatus(await operator.request('POST', `${work}/workbook`, bytes), 200)
    expect(preview.body).toMatchObject({ counts: { changed: 0, wrong: 0 } })
  })

  it('take two forms, mail their receipts and show a proof to anybody', async () => {
    const { number } = await submit(operator, 'perikanan', tagging)
    await submit(operator, 'perikanan', review2025)
    const subjects = day.ses.messages().map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject.startsWith('Tanda terima'))).toHaveLength(2)
    expect((await get(day.person(), `/api/receipts/${number}`)).body).toMatchObject({ number })
  })

  it('give more time when the coordinator grants it, accept one form and send one back', async () => {
    const reason = 'Listrik padam dua hari di kantor.'
    const asked = { agencyId: 'perikanan', days: 2, reason }
    expectStatus(await operator.request('POST', `${ofRound}/extension-requests`, asked), 201)
    coordinator = await day.person().signIn('koordinator@bappeda.example')
    const decision = `${ofRound}/extension-requests/1/decision`
    expectStatus(await coordinator.request('POST', decision, { decision: 'grant' }), 200)
    await decide(coordinator, { agencyId: 'perikanan', formId: tagging }, { decision: 'accept' })
    const comments = [{ pointer: '/fields/picNama', text: 'Nama penanggung jawab belum lengkap.' }]
    await decide(
      coordinator,
      { agencyId: 'perikanan', formId: review2025 },
      { decision: 'return', comments, dueOn: '2026-02-12' },
    )
    expect((await get(coordinator, `${ofRound}/completeness`)).body).toBeDefined()
  })

  it('check what was sent, and take the explanation of what they find', async () => {
    // The same claims of another agency: no form shows that alone.
    await submit(await day.person().signIn('operator@dinsos.example'), 'dinsos', tagging)
    const dry = { ...scheduled(day.cloud.now), dryRun: true }
    const { opened } = (await day.cloud.invoke('check', dry)) as { opened: number }
    expect(opened).toBeGreaterThan(0)
    expect(await day.run('check')).toMatchObject({ opened })
    const path = `${workPath('perikanan', tagging)}/findings`
    const { findings } = (await get(operator, path)).body as { findings: { id: string }[] }
    const [first] = findings
    if (first === undefined) throw new Error('nothing was found')
    const explanation = { text: 'Sudah sesuai dengan DPA kami.' }
    expectStatus(await operator.request('POST', `${path}/${first.id}/explanation`, explanation), 200)
  })

  it('rehearse the round, and give out its results and calendars', async () => {
    const made = expectStatus(await coordinator.request('POST', `${ofRound}/rehearsals`), 201)
    const clock = `/api/rounds/${(made.body as { id: string }).id}/clock`
    expectStatus(await coordinator.request('POST', clock, { step: 'day', base: 0 }), 200)
    expect((await get(coordinator, `${ofRound}/export.xlsx`)).bytes.length).toBeGreaterThan(5_000)
    expect((await get(coordinator, `${ofRound}/export.csv?form=${tagging}`)).body).toContain('perikanan')
    const { feeds } = (await get(operator, '/api/calendar-feeds')).body as { feeds: { url: string }[] }
    const { pathname } = new URL(feeds[0]?.url ?? '')
    expect((await get(day.person(), pathname)).body).toContain('BEGIN:VCALENDAR')
  })

  it('know an address that bounced, and free it at SES too', async () => {
    await day.ses.eventsSettled()
    const { people } = (await get(coordinator, '/api/unreachable')).body as { people: { person: { id: string } }[] }
    expect(people.map(({ person }) => person.id)).toEqual(['dukcapil-kepala'])
    expectStatus(await coordinator.request('POST', '/api/mailboxes/dukcapil-kepala/repairs', {}), 200)
    expect((await get(day.person(), '/api/health')).body).toMatchObject({ status: 'ok' })
  })

  it('send every reminder the next morning, though SES takes nothing for a while and the index loses one', async () => {
    day.moveTo('2026-02-11T08:00:00+08:00')
    const { inserted } = (await day.run('plan')) as { inserted: number }
    await day.loseOneDue()
    day.cloud.outage = true
    expect(await day.run('dispatch')).toMatchObject({ sent: 0 })
    day.cloud.outage = false
    day.moveTo('2026-02-11T08:10:00+08:00')
    expect(await day.run('dispatch')).toMatchObject({ sent: inserted - 1 })
    expect(await day.run('reconcile')).toMatchObject({ givenBack: 1, left: 0 })
    expect(await day.cloud.saidBy('reconcile')).toContain('NoticesLeft')
    await day.ses.eventsSettled()
  })

  it('make a region for the system’s operator, export one, erase a person, and run again what failed', async () => {
    const about = ['--reply-to=bantuan@uji.example', '--phone=0388-21001', '--yes']
    await day.ops('region', 'create', '53.02', ...about)
    const invitation = ['--email=baru@uji.example', '--name=Maria', '--title=Bappeda', '--yes']
    await day.ops('coordinator', 'invite', 'kabupaten-timor-tengah-selatan', ...invitation)
    expect(await day.ops('region', 'list')).toContain('kabupaten-timor-tengah-selatan')
    await day.ops('region', 'export', region, `--to=${join(day.folder, 'region.jsonl.gz')}`)
    await day.ops('round', 'export', region, roundId, `--to=${join(day.folder, 'round.xlsx')}`)
    coordinator = await day.person().signIn('koordinator@bappeda.example')
    expectStatus(await coordinator.request('POST', '/api/directory/people/dukcapil-kepala/deactivation', {}), 200)
    await day.ops('person', 'erase', region, 'dukcapil-kepala', '--yes')
    await day.ops('retention', 'end', region, '--yes')
    await day.ops('restore', 'reconcile', region, '--sent-until=2026-02-10T00:00:00+08:00', '--yes')
    for (const job of ['plan', 'check']) day.queue.put({ job, region, time: day.cloud.now.toISOString() })
    for (const { name, arn } of day.cloud.doors) {
      const event = scheduled(day.cloud.now)
      if (['plan', 'dispatch', 'check', 'reconcile'].includes(name)) day.queue.put(event, { TARGET_ARN: arn })
    }
    const Message = JSON.stringify({ eventType: 'unknown' })
    day.queue.put({ Type: 'Notification', MessageId: 'm', TopicArn: 'elsewhere', Message })
    expect(await day.ops('notices', 'redrive')).toContain('Nothing was run')
    expect(await day.ops('notices', 'redrive', '--yes')).toContain('7 taken out')
  })

  describe('have roles that', () => {
    it('allowed every call of that day', () => {
      expect(day.cloud.refused).toEqual([])
      expect([...day.cloud.used.keys()].sort()).toEqual(day.cloud.doors.map(({ name }) => name).sort())
    })

    it('refuse what is not theirs', () => {
      const may = (door: string, action: string, resource: string, context = {}) =>
        isAllowed(day.cloud.doors.find(({ name }) => name === door)?.statements ?? [], { action, resource, context })
      const { resource: table = '' } =
        day.cloud.used.get('plan')?.find(({ action }) => action === 'dynamodb:GetItem') ?? {}
      const keys = (key: string) => ({ 'dynamodb:LeadingKeys': [key] })
      expect(may('plan', 'dynamodb:GetItem', table, keys(`ROUND#${region}#${roundId}`))).toBe(true)
      expect(may('plan', 'dynamodb:GetItem', table, keys(`BODY#${region}#0`))).toBe(false)
      expect(may('dispatch', 'dynamodb:Query', table, keys(`SESSIONS#${region}#x`))).toBe(false)
      expect(may('api', 'dynamodb:DeleteItem', table, keys(`ROUND#${region}#${roundId}`))).toBe(false)
      const { resource: mail = '', context = {} } =
        day.cloud.used.get('dispatch')?.find(({ action }) => action === 'ses:SendRawEmail') ?? {}
      const to = (email: string) => ({ ...context, 'ses:Recipients': [email] })
      expect(may('dispatch', 'ses:SendRawEmail', mail, to('operator@perikanan.example'))).toBe(true)
      expect(may('dispatch', 'ses:SendRawEmail', mail, to('bupati@elsewhere.example'))).toBe(false)
      expect(may('dispatch', 'ses:SendRawEmail', mail, { ...context, 'ses:FromAddress': ['x@example.go.id'] })).toBe(
        false,
      )
    })

    it('allow nothing that nobody did', () => {
      expect(unused(day)).toEqual([])
    })
  })
}

/** What AWS itself does in a function's name: its log, the stream that it follows, the queue of what failed. */
const awsOwn = /^(logs:|sqs:SendMessage|dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams))/

/**
 * Of the senders the one that meets SES's refusal first makes the item of it; on this day `dispatch` is the one. They read answers for the
 * mail that gives work back, and on this day none is given back. Queues of regions are read by AWS in the worker's name.
 */
const onceOnly =
  /^(dispatch-new dynamodb:PutItem|(dispatch|dispatch-new|reconcile) dynamodb:BatchGetItem|(plan|check)-region sqs:\w+) /

function unused({ cloud }: Day): string[] {
  return cloud.doors.flatMap(({ name, statements }) =>
    statements
      .filter(({ effect, actions }) => effect === 'Allow' && !actions.some((action) => awsOwn.test(action)))
      .flatMap(({ actions, resources, condition }) =>
        actions.flatMap((action) =>
          resources.flatMap((resource) => {
            const only = { effect: 'Allow' as const, actions: [action], resources: [resource], condition }
            const isUsed = cloud.used.get(name)?.some((ask) => fits(only, ask))
            const line = `${name} ${action} ${resource}`
            return isUsed || onceOnly.test(line) ? [] : line
          }),
        ),
      ),
  )
}
