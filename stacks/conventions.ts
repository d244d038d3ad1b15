/**
 * What every noun does alike, each said once: retention, rights, and how a finding of the security checks is accepted.
 * Nouns ask here and never decide it themselves, so a change of policy is a change of one line.
 */
import { CfnResource, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { productionStage } from './settings.ts'

/** Whether the app's stage is the permanent one. */
export function isProduction(app: { stage: string }): boolean {
  return app.stage === productionStage
}

/**
 * What happens to kept data when its stack goes: production keeps it, every other stage cleans up after itself. What a failed
 * first deployment has made goes with its roll-back, or its fixed names would refuse the second.
 */
export function removalPolicy(app: { stage: string }): RemovalPolicy {
  return isProduction(app) ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY
}

/** A log group with the usual retention: a year in production, a month elsewhere. */
export function createLogGroup(scope: Construct, id: string, app: { stage: string }, logGroupName?: string): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName,
    retention: isProduction(app) ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH,
    removalPolicy: removalPolicy(app),
  })
}

/**
 * Accepts one finding of cdk-nag on the resource behind `construct`, with the reason that stands in the template.
 * `appliesTo` narrows an acceptance to the exact finding, e.g. `Resource::*`. Written as metadata, in the shape that
 * cdk-nag reads, so that the stacks do not depend on the checker.
 */
export function acceptFinding(
  construct: Construct,
  rule: string,
  reason: string,
  appliesTo?: (string | { regex: string })[],
): void {
  const resource = construct instanceof CfnResource ? construct : construct.node.defaultChild
  if (!(resource instanceof CfnResource))
    throw new Error(`No resource behind ${construct.node.path} to accept ${rule} for`)
  const accepted: unknown = resource.getMetadata('cdk_nag')?.rules_to_suppress
  const rules = Array.isArray(accepted) ? accepted : []
  const acceptance = { id: rule, reason, ...(appliesTo && { applies_to: appliesTo }) }
  resource.addMetadata('cdk_nag', { rules_to_suppress: [...rules, acceptance] })
}

/** An Allow statement; `conditions` as IAM writes them. */
export function allow(
  actions: string[],
  resources: string[],
  conditions?: PolicyStatement['conditions'],
): PolicyStatement {
  return new PolicyStatement({ actions, resources, conditions })
}

/**
 * A generated key as a CloudFormation dynamic reference: the template holds only the reference, the value is put in at
 * deployment. So a cold start needs no call and no right on Secrets Manager; the price is that whoever may read a
 * function's configuration reads the key, and a rotated key takes effect with the next deployment that changes the function.
 */
export function asReference(key: ISecret): string {
  return key.secretValue.unsafeUnwrap()
}
