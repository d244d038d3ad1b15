/**
 * A front door: one file of functions/lambda with its own log group and its own role, which may work on the table, write its log
 * and do what the door's stack adds.
 * The role is made here because the usual one brings AWSLambdaBasicExecutionRole, which may write to every log group.
 */
import { Policy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type App, BundledFunction, type FunctionProps, type Stack, use } from './constructs.ts'
import { allow, createLogGroup } from './conventions.ts'
import { Mail } from './mail.ts'
import { readSettings } from './settings.ts'
import { denyKeys, readTable, Storage, workOnTable } from './storage.ts'
import { deniedKeys } from './table-rights.ts'
import { Web } from './web.ts'

export interface Door extends Omit<FunctionProps, 'handler' | 'role'> {
  /** File name in functions/lambda without its ending; also the construct's id. */
  name: string
  /** Rights beyond writing its log and working on the table. */
  statements: PolicyStatement[]
  environment?: Record<string, string>
  /** Writes nothing into the table. */
  readsOnly?: boolean
}

/** Creates the function; throws when two doors have one name. */
export function createDoor(app: App, stack: Stack, door: Door): BundledFunction {
  const { name, statements, environment, readsOnly = false, ...rest } = door
  const denied = deniedKeys[name]
  const logGroup = createLogGroup(stack, `${name}-log`, app)
  const role = new Role(stack, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  const rights = new Policy(stack, `${name}-rights`, {
    roles: [role],
    statements: [
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
      readsOnly ? readTable(use(Storage).table) : workOnTable(use(Storage).table, denied ?? []),
      ...(denied === undefined ? [] : [denyKeys(use(Storage).table, denied)]),
      ...statements,
    ],
  })
  const created = new BundledFunction(stack, name, {
    ...rest,
    handler: `functions/lambda/${name}.handler`,
    logGroup,
    role,
    environment: { ...commonEnvironment(app), ...environment },
  })
  // Without this the first invocation can come before the rights.
  created.node.addDependency(rights)
  return created
}

function commonEnvironment(app: App): Record<string, string> {
  const { table } = use(Storage)
  const settings = readSettings(app.stage)
  const { mailFrom, configurationSet } = use(Mail)
  return {
    TABLE_NAME: table.tableName,
    SITE_URL: use(Web).siteUrl,
    MAIL_FROM: mailFrom,
    MAIL_CONFIGURATION_SET: configurationSet.configurationSetName,
    STAGE: app.stage,
    EPOCH: settings.epoch,
  }
}
