/**
 * What is kept: the one table, and the two generated keys.
 * The table is the record of a government's reporting: production never loses it by a deployment (deletion protection and
 * retention), and any stage can be put back to any second of the last 35 days. `due` holds only notices that wait, and
 * only their keys: whoever finds one there reads the item itself, consistently, before acting.
 */
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { dueKeys } from '../functions/store/keys.ts'
import type { Stack, StackContext } from './constructs.ts'
import { allow, isProduction, removalPolicy } from './conventions.ts'
import { createKey, createRotatedKey } from './rotated-key.ts'
import { readSettings } from './settings.ts'

/**
 * Answers the table, `codeKey` (from which sign-in codes are derived), `addressKey` (with which people's addresses are hashed in keys; never
 * rotated, or nobody is found) and `originSecret` (which CloudFront shows to the API).
 */
export function Storage({ app, stack }: StackContext) {
  const settings = readSettings(app.stage)
  if (isProduction(app)) stack.terminationProtection = true
  const table = new Table(stack, 'table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    timeToLiveAttribute: 'expiresAt',
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryption.AWS_MANAGED,
    stream: StreamViewType.NEW_IMAGE,
    deletionProtection: isProduction(app),
    removalPolicy: removalPolicy(app),
  })
  table.addGlobalSecondaryIndex({
    indexName: dueKeys.index,
    partitionKey: { name: dueKeys.partitionName, type: AttributeType.STRING },
    sortKey: { name: dueKeys.sortName, type: AttributeType.STRING },
    projectionType: ProjectionType.KEYS_ONLY,
  })
  stack.addOutputs({ TableName: settings.table?.name ?? table.tableName })
  // The exports stay although nobody imports them while another table is in use: CloudFormation refuses to take one away that a
  // stack still uses, and the stacks that use it are updated later.
  for (const value of [table.tableName, table.tableArn, table.tableStreamArn]) stack.exportValue(value)
  return {
    table: settings.table ? existingTable(stack, settings.table) : table,
    codeKey: createRotatedKey(stack, settings.codeKey, {
      id: 'code-key',
      description: 'Key from which sign-in codes are derived',
    }),
    addressKey: createKey(stack, {
      id: 'address-key',
      description: 'Key with which addresses are hashed in the keys of the table',
    }),
    originSecret: createRotatedKey(stack, settings.originSecret, {
      id: 'origin-secret',
      description: 'What CloudFront shows to the API so that its headers are believed',
    }),
  }
}

/** E.g. a restored one, which the run book has given expiry, stream, recovery and protection. */
function existingTable(stack: Stack, { name, streamArn }: { name: string; streamArn: string }): ITable {
  return Table.fromTableAttributes(stack, 'existing-table', {
    tableArn: `arn:${stack.partition}:dynamodb:${stack.region}:${stack.account}:table/${name}`,
    tableStreamArn: streamArn,
    globalIndexes: [dueKeys.index],
  })
}

const read = ['dynamodb:GetItem', 'dynamodb:Query']
const work = [...read, 'dynamodb:PutItem', 'dynamodb:UpdateItem']
/** Answers, and what a schedule looks at of each region. */
const readMany = 'dynamodb:BatchGetItem'

/**
 * What every front door does with the table: reads facts, records its own, moves states on by condition. Nothing deletes (only the
 * operator’s function may): what may go has an `expiresAt`, and signing out marks a session. Nothing scans.
 */
export function workOnTable(table: ITable, denied: readonly string[]): PolicyStatement {
  return allow(denied.includes('BODY') ? work : [...work, readMany], [table.tableArn])
}

/** Facts, one or many at once; nothing is written. */
export function readTable(table: ITable): PolicyStatement {
  return allow([...read, readMany], [table.tableArn])
}

export function readManyOf(table: ITable): PolicyStatement {
  return allow([readMany], [table.tableArn])
}

/** Whatever else allows it. */
export function denyKeys(table: ITable, keys: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.DENY,
    actions: [...work, readMany],
    resources: [table.tableArn],
    conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': keys.map((word) => `${word}#*`) } },
  })
}

/** The sweep: what is due, oldest first. */
export function queryDue(table: ITable): PolicyStatement {
  return allow(['dynamodb:Query'], [`${table.tableArn}/index/${dueKeys.index}`])
}
