/** What a stage asks for by a setting of its own: room for its jobs, a budget, a WAF. */
import { expect, it } from 'vitest'
import { doorOf } from './rights.ts'
import { settings, synthesize } from './synthesize.ts'

const webAcl = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/per-address/00000000-0000-4000-8000-000000000000'
const aclOf = ({ one }: ReturnType<typeof synthesize>) =>
  one('AWS::CloudFront::Distribution').Properties.DistributionConfig.WebACLId

it('with RESERVE_CONCURRENCY=yes plan, its regions and dispatch have room of their own, with a budget somebody is told, a WAF is asked first', () => {
  const stage = synthesize('prod', {
    ...settings,
    RESERVE_CONCURRENCY: 'yes',
    MONTHLY_BUDGET_USD: '25',
    WEB_ACL_ARN: webAcl,
  })
  const room = (name: string) => doorOf(stage, name).Properties.ReservedConcurrentExecutions
  expect(['plan', 'plan-region', 'dispatch', 'api', 'dispatch-new'].map(room)).toEqual([2, 10, 2, undefined, undefined])
  const { Budget, NotificationsWithSubscribers: told } = stage.one('AWS::Budgets::Budget').Properties
  expect(Budget.BudgetLimit).toEqual({ Amount: 25, Unit: 'USD' })
  expect(told.map((each: { Subscribers: object[] }) => each.Subscribers)).toEqual(
    [1, 2].map(() => [{ Address: settings.ALARM_ADDRESS, SubscriptionType: 'EMAIL' }]),
  )
  expect(aclOf(stage)).toBe(webAcl)
})

it('without them none is made', () => {
  const stage = synthesize('prod', settings)
  expect(stage.all('AWS::Budgets::Budget')).toEqual([])
  expect(doorOf(stage, 'plan').Properties.ReservedConcurrentExecutions).toBeUndefined()
  expect(aclOf(stage)).toBeUndefined()
})
