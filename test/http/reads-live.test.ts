/** While the table takes no writes, who is signed in goes on reading: noting the use of a session is no reason to refuse. */
import { expect, it } from 'vitest'
import { roundId, useWorld } from './world.ts'

const world = useWorld('reads-live')

it('a session that cannot be touched still reads', async () => {
  const { clock, deps } = world()
  const operator = await world().as('op-perikanan')
  clock.now = new Date(clock.now.getTime() + 5 * 60_000)
  let touched = 0
  deps.signIn.touchSession = async () => {
    touched++
    throw Object.assign(new Error('throttled'), { name: 'ProvisionedThroughputExceededException', $metadata: {} })
  }
  for (const path of ['/api/me', '/api/rounds', `/api/rounds/${roundId}/assignments`]) {
    expect((await operator.get(path)).status, path).toBe(200)
  }
  expect(touched).toBeGreaterThanOrEqual(3)
})
