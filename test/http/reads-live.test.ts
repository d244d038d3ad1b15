/** While the table takes no writes, who is signed in goes on reading: noting the use of a session is no reason to refuse. */
import { expect, it } from 'vitest'
import { openApiDocument, operationsOf } from '../../functions/http/docs.ts'
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

it('no reading of any route waits for a write', async () => {
  const { table, app } = world()
  const people = [await world().signedIn('koordinator'), await world().signedIn('op-perikanan')]
  const no = async () => {
    throw Object.assign(new Error('throttled'), { name: 'ProvisionedThroughputExceededException', $metadata: {} })
  }
  const { insertIfAbsent, update, put } = table
  Object.assign(table, { insertIfAbsent: no, update: no, put: no })
  try {
    // The health page's 503 is its answer: here no schedule has run.
    const reads = operationsOf(openApiDocument(app as never)).filter(
      ({ method, path }) => method === 'GET' && path !== '/api/health',
    )
    expect(reads.length).toBeGreaterThan(30)
    const failed: string[] = []
    for (const { path } of reads) {
      const filled = path
        .replace('{round}', roundId)
        .replace('{agency}', 'perikanan')
        .replace('{form}', 'uji')
        .replace('/export.csv', '/export.csv?form=uji')
        .replace('{district}', 'kec-uji')
        .replace('{list}', 'sub-kegiatan')
        .replace('{directory}', 'people')
        .replace(/\{(version|revision)\}/, '1')
        .replace('{person}', 'op-dinsos')
        .replace(/\{\w+\}/g, 'tidak-ada')
      for (const who of people) {
        const { status } = await who.get(filled)
        if (status >= 500) failed.push(`${path} ${status}`)
      }
    }
    expect(failed).toEqual([])
  } finally {
    Object.assign(table, { insertIfAbsent, update, put })
  }
})
