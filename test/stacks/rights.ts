/**
 * Reads the rights out of synthesized templates: who may do what on what, in words that a test can compare.
 */
import type { Resource, Synthesis } from './synthesize.ts'

export interface Right {
  /** Stack and logical id of the policy, to find it by. */
  where: string
  effect: 'Allow' | 'Deny'
  actions: string[]
  /** Flattened: `arn:<AWS::Partition>:ses:...`, `<failuresAA6B3872.Arn>`, `*`. */
  resources: string[]
  condition: unknown
  principal: unknown
}

interface Statement {
  Effect: 'Allow' | 'Deny'
  Action?: string | string[]
  Resource?: unknown
  NotAction?: unknown
  NotResource?: unknown
  Condition?: unknown
  Principal?: unknown
}

/** Every statement of every policy that is attached to an identity. */
export function identityRights({ resources }: Synthesis): Right[] {
  return resources.flatMap((resource) => {
    const { Properties: properties = {} } = resource
    if (resource.Type === 'AWS::IAM::Policy' || resource.Type === 'AWS::IAM::ManagedPolicy') {
      return statementsOf(resource, properties.PolicyDocument)
    }
    if (!['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'].includes(resource.Type)) return []
    return listOf<{ PolicyDocument: unknown }>(properties.Policies).flatMap((policy) =>
      statementsOf(resource, policy.PolicyDocument),
    )
  })
}

/** Every statement of every policy that stands on a queue, topic, bucket or key. */
export function resourceRights({ resources }: Synthesis): Right[] {
  return resources.flatMap((resource) => {
    const { PolicyDocument, KeyPolicy } = resource.Properties ?? {}
    if (resource.Type.startsWith('AWS::IAM::')) return []
    return statementsOf(resource, PolicyDocument ?? KeyPolicy ?? { Statement: [] })
  })
}

/** The function behind a file of functions/lambda. */
export function doorOf({ all }: Synthesis, name: string): Resource {
  const door = all('AWS::Lambda::Function').find(
    (resource) => resource.Properties.Handler === `functions/lambda/${name}.handler`,
  )
  if (!door) throw new Error(`No function has the handler of ${name}`)
  return door
}

/** All rights of the role of a front door. */
export function rightsOf(synthesis: Synthesis, name: string): Right[] {
  const door = doorOf(synthesis, name)
  const roleId: string = door.Properties.Role['Fn::GetAtt'][0]
  const policies = synthesis
    .all('AWS::IAM::Policy')
    .filter(
      (policy) =>
        policy.stack === door.stack &&
        listOf<{ Ref: string }>(policy.Properties.Roles).some(({ Ref }) => Ref === roleId),
    )
  return policies.flatMap((policy) => statementsOf(policy, policy.Properties.PolicyDocument))
}

/** A value of a template as one string; references stand in angle brackets. */
export function flatten(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  const [name, argument] = Object.entries(value)[0] ?? []
  if (name === 'Ref') return `<${String(argument)}>`
  if (name === 'Fn::GetAtt') return `<${listOf<string>(argument).join('.')}>`
  if (name === 'Fn::ImportValue') return `<${String(argument)}>`
  if (name === 'Fn::Join') return listOf<unknown>(listOf<unknown>(argument)[1]).map(flatten).join('')
  return JSON.stringify(value)
}

function statementsOf(resource: Resource, document: unknown): Right[] {
  const { Statement: statements } = document as { Statement: Statement | Statement[] }
  return listOf<Statement>(statements).map((statement) => {
    const where = `${resource.stack}/${resource.logicalId}`
    if (statement.NotAction || statement.NotResource)
      throw new Error(`${where} says what is not meant, which allows all else`)
    return {
      where,
      effect: statement.Effect,
      actions: listOf<string>(statement.Action),
      resources: listOf<unknown>(statement.Resource).map(flatten),
      condition: statement.Condition,
      principal: statement.Principal,
    }
  })
}

function listOf<T>(value: unknown): T[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]) as T[]
}
