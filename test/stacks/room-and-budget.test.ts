/** What a stage asks for by a setting of its own: room for its jobs, and a budget. */
import { expect, it } from 'vitest'
import { doorOf } from './rights.ts'
import { settings, synthesize } from './synthesize.ts'

it('with RESERVE_CONCURRENCY=yes plan and dispatch have room of their own, with a budget somebody is told', () => {
  const stage = synthesize('prod', { ...settings, RESERVE_CONCURRENCY: 'yes', MONTHLY_BUDGET_USD: '25' })
  const room = (name: string) => doorOf(stage, name).Properties.ReservedConcurrentExecutions
  expect(['plan', 'dispatch', 'api', 'dispatch-new'].map(room)).toEqual([2, 2, undefined, undefined])
  const { Budget, NotificationsWithSubscribers: told } = stage.one('AWS::Budgets::Budget').Properties
  expect(Budget.BudgetLimit).toEqual({ Amount: 25, Unit: 'USD' })
  expect(told.map((each: { Subscribers: object[] }) => each.Subscribers)).toEqual(
    [1, 2].map(() => [{ Address: settings.ALARM_ADDRESS, SubscriptionType: 'EMAIL' }]),
  )
})

it('without them neither is made', () => {
  const stage = synthesize('prod', settings)
  expect(stage.all('AWS::Budgets::Budget')).toEqual([])
  expect(doorOf(stage, 'plan').Properties.ReservedConcurrentExecutions).toBeUndefined()
})
