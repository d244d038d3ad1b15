/** What holds in every stage. Each test file of a stage calls this with its own synthesis. */
import { describe, expect, it } from 'vitest'
import { heldAgainstDatabase } from './resource-database.ts'
import { identityRights, resourceRights } from './rights.ts'
import type { Synthesis } from './synthesize.ts'

/** Actions for which AWS knows no resource; nothing else may be allowed on `*`. */
const onlyOnEverything = ['dynamodb:ListStreams', 'ses:DeleteSuppressedDestination', 'ses:GetSendQuota']

/** CDK's own provider that empties the page's bucket when a passing stage goes; CDK gives it its role. */
const cdkProvider = /CustomS3AutoDeleteObjectsCustomResourceProviderRole/

export function itKeepsTheLaws(synthesis: Synthesis, logDays: number): void {
  describe('least privilege', () => itGivesNamedRightsOnly(synthesis))
  describe('security checks', () => itPassesTheChecks(synthesis))
  describe('resources', () => itIsKnownToAws(synthesis))
  describe('house rules', () => itFollowsTheHouse(synthesis, logDays))
}

function itIsKnownToAws({ resources }: Synthesis): void {
  it("have properties that AWS's database of resources knows, of the types that it says, and all that it asks for", () => {
    expect(resources.length).toBeGreaterThan(80)
    expect(heldAgainstDatabase(resources)).toEqual([])
  })

  it('of which an unknown, a missing and a mistyped property would be seen', () => {
    const Properties = { Handler: 'api.handler', Memory: 512, Timeout: 'soon', Code: { S3Bucket: 'kept' } }
    const broken = { logicalId: 'broken', stack: 'any', Type: 'AWS::Lambda::Function', Properties }
    expect(heldAgainstDatabase([broken])).toEqual([
      'broken: Role is missing',
      'broken: Memory is unknown',
      'broken/Timeout: "soon" is no integer',
    ])
  })
}

function itGivesNamedRightsOnly(synthesis: Synthesis): void {
  const allowed = identityRights(synthesis).filter(({ effect }) => effect === 'Allow')

  it('has rights to look at', () => {
    expect(allowed.length).toBeGreaterThan(20)
  })

  it.each(allowed.map((right) => [right.where, right] as const))(
    '%s allows named actions on named things',
    (_, right) => {
      expect(right.actions.filter((action) => action === '*' || action.endsWith(':*'))).toEqual([])
      const onEverything = right.resources.some(
        (resource) => resource === '*' || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*$/.test(resource),
      )
      expect(onEverything ? right.actions.filter((action) => !onlyOnEverything.includes(action)) : []).toEqual([])
    },
  )

  it('reaches the table by single actions, and neither deletes nor scans, save the operator’s function', () => {
    const others = allowed.filter(({ where }) => !/admin/i.test(where))
    expect(others.length).toBeLessThan(allowed.length)
    const onTable = others.flatMap(({ actions }) => actions).filter((action) => action.startsWith('dynamodb:'))
    expect(
      onTable.filter((action) => action.includes('*') || /Scan|Delete|BatchWrite|PartiQL|Table/.test(action)),
    ).toEqual([])
  })

  it("lets no role take an AWS managed policy, save CDK's bucket cleaner", () => {
    const managed = synthesis.all('AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns)
    expect(managed.map(({ logicalId }) => logicalId).filter((id) => !cdkProvider.test(id))).toEqual([])
  })

  it('opens no queue, topic, bucket or key to strangers', () => {
    const open = resourceRights(synthesis).filter(({ effect }) => effect === 'Allow')
    expect(open.length).toBeGreaterThan(3)
    for (const { where, principal, condition } of open) {
      const { AWS: account, Service: service } = (principal ?? {}) as { AWS?: unknown; Service?: unknown }
      expect(JSON.stringify(principal), where).not.toMatch(/"\*"/)
      if (service) expect(condition, `${where} lets ${String(service)} in for every customer of AWS`).toBeDefined()
      else expect(account, where).toBeDefined()
    }
  })
}

function itPassesTheChecks(synthesis: Synthesis): void {
  it('AwsSolutions finds nothing that is not accepted', () => {
    expect(synthesis.findings).toEqual([])
  })

  it('every acceptance says why, and none accepts wildcards without naming them', () => {
    const accepted = synthesis.resources.flatMap(({ logicalId, Metadata }) =>
      (Metadata?.cdk_nag?.rules_to_suppress ?? []).map((rule) => ({ logicalId, ...rule })),
    )
    expect(accepted.length).toBeGreaterThan(0)
    for (const { logicalId, id, reason, applies_to } of accepted) {
      expect(reason.length, `${logicalId} ${id}`).toBeGreaterThan(40)
      if (id === 'AwsSolutions-IAM5') expect(applies_to?.length, logicalId).toBeGreaterThan(0)
    }
  })
}

function itFollowsTheHouse(synthesis: Synthesis, logDays: number): void {
  const ours = synthesis
    .all('AWS::Lambda::Function')
    .filter(({ Properties }) => String(Properties.Handler).startsWith('functions/lambda/'))

  it('every front door runs on Node 24, arm64, 512 MB (more for the API, the operator and the work on regions), and without tracing', () => {
    expect(ours).toHaveLength(10)
    for (const { Properties } of ours) {
      const [door] = /(api|admin|-region)(?=\.handler$)/.exec(Properties.Handler) ?? []
      const memory = door === 'api' ? 1_769 : door === undefined ? 512 : 1_024
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], MemorySize: memory })
      expect(Properties.TracingConfig).toBeUndefined()
    }
  })

  it('the bundle of every front door starts with the settings that its stack gives it', () => {
    const names = [
      ...['admin', 'api', 'check', 'check-region', 'dispatch', 'dispatch-new', 'mail-events'],
      ...['plan', 'plan-region', 'reconcile'],
    ]
    const started = names.map((name) => [`functions/lambda/${name}.handler`, 'function'])
    expect(synthesis.starts()).toEqual(Object.fromEntries(started))
  })

  it(`every log is kept for ${logDays} days, and every function writes to one of them`, () => {
    for (const { logicalId, Properties } of synthesis.all('AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays, logicalId).toBe(logDays)
    }
    for (const { logicalId, Properties } of synthesis.all('AWS::Lambda::Function')) {
      if (logicalId.startsWith('CustomS3AutoDelete')) continue
      expect(Properties.LoggingConfig?.LogGroup, logicalId).toBeDefined()
    }
  })

  it('there is no function but ours, the one that copies the page and the one that empties its bucket', () => {
    const others = synthesis.all('AWS::Lambda::Function').filter((each) => !ours.includes(each))
    const known = /^CustomCDKBucketDeployment|^CustomS3AutoDeleteObjects/
    expect(others.map(({ logicalId }) => logicalId).filter((id) => !known.test(id))).toEqual([])
  })

  it('keys stand in no template, only references to them', () => {
    const variables = ours.map(({ Properties }) => Properties.Environment.Variables)
    const keys = variables.flatMap(({ CODE_KEY, ADDRESS_KEY, ORIGIN_SECRET }) =>
      [CODE_KEY, ADDRESS_KEY, ORIGIN_SECRET].filter(Boolean),
    )
    expect(keys).toHaveLength(7)
    for (const key of keys) expect(JSON.stringify(key)).toContain('{{resolve:secretsmanager:')
  })
}
