/** One page that shows every measure an alarm watches, and what a month may cost before somebody is told. */
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { App, Stack } from './constructs.ts'
import { readSettings } from './settings.ts'
import type { Watch } from './watch.ts'

const inARow = 4

/** A graph a watch, four in a row. */
export function createDashboard(stack: Stack, app: App, watches: readonly Watch[]): void {
  const dashboard = new Dashboard(stack, 'overview', { dashboardName: `${app.stage}-${app.name}` })
  for (let at = 0; at < watches.length; at += inARow) {
    const row = watches.slice(at, at + inARow)
    dashboard.addWidgets(
      ...row.map(
        ({ name, metric, atLeast, lessThan }) =>
          new GraphWidget({
            title: name,
            left: [metric],
            leftAnnotations: [{ value: atLeast ?? lessThan ?? 1 }],
            width: 24 / inARow,
          }),
      ),
    )
  }
}

/** Told at 80 % of the month's sum and when the forecast is above it. Counts the whole account. */
export function createBudget(stack: Stack, app: App): void {
  const { alarmAddress, monthlyBudget } = readSettings(app.stage)
  if (!alarmAddress || monthlyBudget === undefined) return
  const told = (notificationType: string, threshold: number) => ({
    notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
    subscribers: [{ subscriptionType: 'EMAIL', address: alarmAddress }],
  })
  new CfnBudget(stack, 'budget', {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyBudget, unit: 'USD' } },
    notificationsWithSubscribers: [told('ACTUAL', 80), told('FORECASTED', 100)],
  })
}
