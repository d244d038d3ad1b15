/**
 * What a first visit fetches before the page can be seen, and how little moves afterwards: counted in a real Chromium with an empty
 * cache, on a machine four times slower than this one, because what nobody waits for must come after the drawing there too. How long it
 * takes is not asserted: `npm run bench:pages` prints it.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { isThorough } from '../setup/thorough.ts'
import { agencyRoutes, type Cookies, cookiesOf, firstBytes, namesOf, regionRoutes } from './cost-routes.ts'
import { costOf } from './page-cost.ts'
import { desk, phone } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
const kilobyte = 1_024
const slowdown = 4
let operator: Cookies
let coordinator: Cookies

beforeAll(async () => {
  operator = await cookiesOf(town, 'operator@dinsos.example')
  coordinator = await cookiesOf(town, 'koordinator@bappeda.example')
})

const visit = (path: string, cookies: Cookies, size = desk) =>
  costOf(town.browser, { url: town.system.siteUrl + path, size, cookies, slowdown })

describe.each([
  ['phone', phone],
  ['desk', desk],
] as const)('on a %s', (_where, size) => {
  it('the sign-in fetches little and stands still', async () => {
    const cost = await visit('/masuk', [], size)
    expect(cost.first.length).toBeGreaterThan(2)
    expect(firstBytes(cost), namesOf(cost)).toBeLessThanOrEqual(22 * kilobyte)
    expect(cost.shift, cost.shifted.join('; ')).toBeLessThanOrEqual(0.05)
  })

  it('a form with a table fetches little and stands still', async () => {
    const cost = await visit(agencyRoutes[1], operator, size)
    expect(firstBytes(cost), namesOf(cost)).toBeLessThanOrEqual(45 * kilobyte)
    expect(cost.first.length, namesOf(cost)).toBeGreaterThan(4)
    expect(cost.first.length, namesOf(cost)).toBeLessThanOrEqual(10)
    expect(cost.shift, cost.shifted.join('; ')).toBeLessThanOrEqual(0.05)
    // One answer in place of a chain.
    expect(cost.calls).toEqual(['/api/start'])
  })
})

it
  .runIf(isThorough)
  .each(
    [
      ...['/masuk', '/privasi'].map((path) => ({ path, who: () => [] as Cookies })),
      ...agencyRoutes.map((path) => ({ path, who: () => operator })),
      ...regionRoutes.map((path) => ({ path, who: () => coordinator })),
    ].flatMap((each) => [phone, desk].map((size) => ({ ...each, size, width: size.width }))),
  )('nothing jumps on $path, $width wide', async ({ path, who, size }) => {
  const cost = await visit(path, who(), size)
  expect(cost.shift, cost.shifted.join('; ')).toBeLessThanOrEqual(0.05)
})
