/** The alert plan of a round as a coordinator edits it. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, expect, it } from 'vitest'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { RoundAlerts } from '../../web/settings/round-alerts.tsx'
import type { Saving } from '../../web/settings/saving.ts'
import { round } from '../fixtures/round.ts'

afterEach(cleanup)

const saving = { error: () => undefined } as unknown as Saving

/** The plan as it would be sent. */
function openAlerts() {
  const sent: { plan: Pick<RoundPlan, 'alertPlan'> } = { plan: round(['dinsos']) }
  function Page() {
    const [plan, setPlan] = useState(sent.plan)
    sent.plan = plan
    return (
      <RoundAlerts
        plan={plan}
        saving={saving}
        change={(part) => setPlan({ alertPlan: part.alertPlan ?? plan.alertPlan })}
      />
    )
  }
  render(<Page />)
  return sent
}

it('a round without rules of its own shows those that hold for it; one that is changed keeps the others', async () => {
  const sent = openAlerts()
  const near = screen.getByLabelText<HTMLInputElement>(/Rekap datang setiap hari kerja/)
  const slow = screen.getByLabelText<HTMLInputElement>(/Disebut lambat/)
  expect([near.value, slow.value]).toEqual(['5', '25'])
  expect(sent.plan.alertPlan.digest).toBeUndefined()
  fireEvent.input(slow, { target: { value: '40' } })
  await screen.findByDisplayValue('40')
  expect(sent.plan.alertPlan.digest).toEqual({ nearWorkingDays: 5, earlyPercent: 25, slowPercent: 40 })
})

it('what is no number is sent as one that the server refuses beside the field', async () => {
  const sent = openAlerts()
  const near = screen.getByLabelText<HTMLInputElement>(/Rekap datang setiap hari kerja/)
  fireEvent.input(near, { target: { value: 'lima' } })
  await screen.findByDisplayValue('lima')
  expect(sent.plan.alertPlan.digest?.nearWorkingDays).toBe(-1)
})
