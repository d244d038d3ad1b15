/**
 * A synthesized assembly read as CloudFormation would: references between resources and stacks get names and addresses, invented
 * but everywhere the same, so that a function's environment and its role can be had as they will be.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { account } from './fake-aws.ts'
import type { Statement } from './iam.ts'

export const awsRegion = 'ap-southeast-3'

// biome-ignore lint/suspicious/noExplicitAny: a template is free JSON
type Free = any
type Resource = { Type: string; Properties: Free }
type Template = {
  Resources: Record<string, Resource>
  Outputs?: Record<string, { Value: Free; Export?: { Name: string } }>
}

export type Door = {
  /** As its file in functions/lambda. */
  name: string
  arn: string
  /** Of the bundle, absolute. */
  file: string
  environment: Record<string, string>
  seconds: number
  statements: Statement[]
}

export class Assembly {
  readonly #folder: string
  readonly #queueHost: string
  readonly #templates: Map<string, Template>

  /** @param queueHost where queues are reached: their addresses are given to functions as they are */
  constructor(folder: string, queueHost: string) {
    this.#folder = folder
    this.#queueHost = queueHost
    this.#templates = new Map(
      globSync(join(folder, '*.template.json')).map((file) => [
        basename(file, '.template.json'),
        JSON.parse(readFileSync(file, 'utf8')),
      ]),
    )
  }

  doors(): Door[] {
    return this.all('AWS::Lambda::Function')
      .filter(({ properties }) => /^functions\/lambda\//.test(properties.Handler))
      .map(({ stack, id, properties }) => {
        const module = properties.Handler.replace(/\.handler$/, '')
        const asset = `asset.${properties.Code.S3Key.replace('.zip', '')}`
        return {
          name: basename(module),
          arn: this.resolve(stack, { 'Fn::GetAtt': [id, 'Arn'] }),
          file: join(this.#folder, asset, `${module}.cjs`),
          environment: this.resolve(stack, properties.Environment.Variables),
          seconds: properties.Timeout,
          statements: this.#statementsOf(stack, properties.Role['Fn::GetAtt'][0]),
        }
      })
  }

  all(type: string): { stack: string; id: string; properties: Free }[] {
    return [...this.#templates].flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).flatMap(([id, { Type, Properties }]) =>
        Type === type ? { stack, id, properties: Properties } : [],
      ),
    )
  }

  #statementsOf(stack: string, roleId: string): Statement[] {
    const policies = this.all('AWS::IAM::Policy').filter(
      (policy) => policy.stack === stack && policy.properties.Roles.some(({ Ref }: Free) => Ref === roleId),
    )
    return policies.flatMap(({ properties }) =>
      properties.PolicyDocument.Statement.map((statement: Free) => ({
        effect: statement.Effect,
        actions: [statement.Action].flat(),
        resources: [this.resolve(stack, statement.Resource)].flat(),
        condition: this.resolve(stack, statement.Condition ?? {}),
      })),
    )
  }

  /** A value of a template of this stack without references; throws on what it does not know. */
  resolve(stack: string, value: Free): Free {
    if (typeof value === 'string')
      return value.replaceAll(/\{\{resolve:secretsmanager:(.+?):SecretString:.*?\}\}/g, (_, arn) => secretOf(arn))
    if (Array.isArray(value)) return value.map((each) => this.resolve(stack, each))
    if (typeof value !== 'object' || value === null) return value
    const [[name, given] = ['', undefined], ...more] = Object.entries<Free>(value)
    if (more.length > 0 || !/^(Ref|Fn::.*)$/.test(name)) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.resolve(stack, each)]))
    }
    if (name === 'Ref') return pseudo[given] ?? this.#named(stack, given, 'Ref')
    if (name === 'Fn::GetAtt') return this.#named(stack, given[0], given[1])
    if (name === 'Fn::ImportValue') return this.#imported(given)
    if (name === 'Fn::Join') {
      const parts: string[] = given[1].map((each: Free) => this.resolve(stack, each))
      return this.resolve(stack, parts.join(given[0]))
    }
    throw new Error(`${stack}: nobody knows ${name}`)
  }

  #imported(exportName: string): Free {
    for (const [stack, { Outputs = {} }] of this.#templates) {
      const found = Object.values(Outputs).find(({ Export }) => Export?.Name === exportName)
      if (found) return this.resolve(stack, found.Value)
    }
    throw new Error(`No stack exports ${exportName}`)
  }

  #named(stack: string, id: string, attribute: string): string {
    const resource = this.#templates.get(stack)?.Resources[id]
    if (resource === undefined) throw new Error(`${stack} has no ${id}`)
    const { Type, Properties = {} } = resource
    const name = Properties.FunctionName ?? Properties.LogGroupName ?? `${stack}-${id}`
    const arn = (service: string, rest: string) => `arn:aws:${service}:${awsRegion}:${account}:${rest}`
    const known: Record<string, string> = {
      'AWS::DynamoDB::Table Ref': name,
      'AWS::DynamoDB::Table Arn': arn('dynamodb', `table/${name}`),
      'AWS::DynamoDB::Table StreamArn': arn('dynamodb', `table/${name}/stream/1`),
      'AWS::Lambda::Function Ref': name,
      'AWS::Lambda::Function Arn': arn('lambda', `function:${name}`),
      'AWS::SQS::Queue Ref': `${this.#queueHost}/${account}/${name}`,
      'AWS::SQS::Queue Arn': arn('sqs', name),
      'AWS::SNS::Topic Ref': arn('sns', name),
      'AWS::SES::ConfigurationSet Ref': name,
      'AWS::SES::EmailIdentity Ref': Properties.EmailIdentity,
      'AWS::Logs::LogGroup Arn': arn('logs', `log-group:${name}:*`),
      'AWS::SecretsManager::Secret Ref': arn('secretsmanager', `secret:${name}`),
      'AWS::CloudFront::Distribution DomainName': 'd111111abcdef8.cloudfront.net',
      'AWS::ApiGatewayV2::Api Ref': 'gateway01',
    }
    const found = known[`${Type} ${attribute}`]
    if (found === undefined) throw new Error(`Nobody knows ${attribute} of ${Type}`)
    return found
  }
}

const pseudo: Record<string, string> = {
  'AWS::Region': awsRegion,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}

/** As long as a generated one. */
function secretOf(arn: string): string {
  return createHash('sha256').update(arn).digest('hex')
}
