/**
 * The function behind `npm run ops`: it has a name that the command knows and no address, so only whom IAM allows
 * lambda:InvokeFunction on it may do what it does. It works on the table as every front door does, and it alone may delete:
 * what a person asks to be erased, and each day what a region has kept for as long as it keeps it. It cannot send.
 */
import { Duration } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { type StackContext, use } from './constructs.ts'
import { allow, asReference } from './conventions.ts'
import { createDoor } from './door.ts'
import { canaryOf, Jobs } from './jobs.ts'
import { Storage } from './storage.ts'

export function Operator({ app, stack }: StackContext) {
  const { failures, jobs } = use(Jobs)
  // The stream's records are not kept, so its function is never run again.
  const { dispatchNew, ...runAgain } = jobs
  const admin = createDoor(app, stack, {
    name: 'admin',
    functionName: `${app.stage}-${app.name}-admin`,
    timeoutSeconds: 300,
    memorySize: 1024,
    environment: {
      // People's addresses are looked up under a hash with this key.
      ADDRESS_KEY: asReference(use(Storage).addressKey),
      FAILURES_URL: failures.queueUrl,
      MAIL_EVENTS_FUNCTION: jobs.mailEvents.functionArn,
      ...canaryOf(app),
      PLAN_REGION_FUNCTION: jobs.planRegion.functionArn,
      CHECK_REGION_FUNCTION: jobs.checkRegion.functionArn,
    },
    statements: [
      allow(['dynamodb:DeleteItem', 'dynamodb:Scan'], [use(Storage).table.tableArn]),
      allow(
        ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage'],
        [failures.queueArn],
      ),
      allow(
        ['lambda:InvokeFunction'],
        Object.values(runAgain).map(({ functionArn }) => functionArn),
      ),
    ],
  })
  // Without a queue for what failed: the next day's run does the same and that day's too.
  new Rule(stack, 'retention-schedule', {
    schedule: Schedule.rate(Duration.days(1)),
    targets: [
      new LambdaFunction(admin, {
        retryAttempts: 3,
        maxEventAge: Duration.hours(6),
        event: RuleTargetInput.fromObject({ verb: 'retention.end', input: {}, dryRun: false }),
      }),
    ],
  })
  stack.addOutputs({ AdminFunction: admin.functionName })
  return { admin }
}
