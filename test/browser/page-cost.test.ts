/**
 * What a first visit fetches before the page can be seen, and how little moves afterwards: counted in a real Chromium with an empty
 * cache. On a busy machine what comes after the drawing is now and then among the first, so this is no part of `npm test` but of
 * `npm run test:full`. How long it takes is not asserted: `npm run bench:pages` prints it.
 */
import { beforeAll, expect, it } from 'vitest'
import { isThorough } from '../setup/thorough.ts'
import { agencyRoutes, type Cookies, cookiesOf, firstBytes, regionRoutes } from './cost-routes.ts'
import { costOf } from './page-cost.ts'
import { desk, phone } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
const kilobyte = 1_024
let operator: Cookies
let coordinator: Cookies

beforeAll(async () => {
  operator = await cookiesOf(town, 'operator@dinsos.example')
  coordinator = await cookiesOf(town, 'koordinator@bappeda.example')
})

const visit = (path: string, cookies: Cookies, size = desk) =>
  costOf(town.browser, { url: town.system.siteUrl + path, size, cookies })

it.runIf(isThorough).each([
  ['phone', phone],
  ['desk', desk],
] as const)('the sign-in on a %s', async (_where, size) => {
  const cost = await visit('/masuk', [], size)
  expect(cost.first.length).toBeGreaterThan(2)
  expect(firstBytes(cost)).toBeLessThanOrEqual(22 * kilobyte)
  expect(cost.shift, cost.shifted.join('; ')).toBeLessThanOrEqual(0.05)
})

it.runIf(isThorough).each([
  ['phone', phone],
  ['desk', desk],
] as const)('a form with a table on a %s', async (_where, size) => {
  const cost = await visit(agencyRoutes[1], operator, size)
  expect(firstBytes(cost)).toBeLessThanOrEqual(45 * kilobyte)
  expect(cost.first.length).toBeGreaterThan(4)
  expect(cost.first.length).toBeLessThanOrEqual(10)
  expect(cost.shift, cost.shifted.join('; ')).toBeLessThanOrEqual(0.05)
  // One answer in place of a chain.
  expect(cost.calls.filter((path) => /^\/api\/(me|rounds|references|forms)/.test(path)).length).toBeLessThanOrEqual(5)
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
