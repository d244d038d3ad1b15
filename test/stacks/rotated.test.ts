/** A key is rotated by one deployment: everybody takes the new one with it, the old one is known for a while, and no stack is left behind. */
import { describe, expect, it } from 'vitest'
import { doorOf } from './rights.ts'
import { type Synthesis, settings, synthesize } from './synthesize.ts'

const since = '2026-02-13T05:00:00Z'
const rotated = (to: number) =>
  synthesize('prod', { ...settings, CODE_KEY_VERSION: `${to}@${since}`, ORIGIN_SECRET_VERSION: `${to}@${since}` })
const releases = [synthesize('prod', settings), ...[2, 3, 4].map(rotated)]
const variables = (release: Synthesis, name: string) => doorOf(release, name).Properties.Environment.Variables
const originHeaders = (release: Synthesis) =>
  release
    .one('AWS::CloudFront::Distribution')
    .Properties.DistributionConfig.Origins.flatMap(
      (origin: { OriginCustomHeaders?: object[] }) => origin.OriginCustomHeaders ?? [],
    )

describe('with a new number', () => {
  const [before, after] = releases as [Synthesis, Synthesis]

  it('every function that has the key has another one, and who judges codes and origins knows the one before too', () => {
    for (const name of ['api', 'dispatch', 'dispatch-new', 'reconcile']) {
      expect(variables(after, name).CODE_KEY, name).not.toEqual(variables(before, name).CODE_KEY)
    }
    for (const name of ['CODE_KEY', 'ORIGIN_SECRET']) {
      expect(variables(after, 'api')[`${name}_BEFORE`]).toEqual(variables(before, 'api')[name])
      expect(variables(after, 'api')[`${name}_SINCE`]).toBe(since)
    }
    expect(variables(after, 'api').ADDRESS_KEY).toEqual(variables(before, 'api').ADDRESS_KEY)
  })

  it('CloudFront shows what the release before knows, and beside it what this one knows', () => {
    expect(originHeaders(after)).toEqual([
      { HeaderName: 'x-origin-secret', HeaderValue: variables(before, 'api').ORIGIN_SECRET },
      { HeaderName: 'x-origin-secret-next', HeaderValue: variables(after, 'api').ORIGIN_SECRET },
    ])
  })
})

it('what the stacks of one release import, the next release still exports', () => {
  for (const [at, release] of releases.slice(1).entries()) {
    const keys = (of: Synthesis) => of.exports.filter((name) => /codekey|originsecret/.test(name))
    const used = JSON.stringify(releases[at]?.resources)
    const imported = keys(releases[at] as Synthesis).filter((name) => used.includes(`"Fn::ImportValue":"${name}"`))
    expect(imported.length).toBeGreaterThanOrEqual(2)
    expect(keys(release)).toEqual(expect.arrayContaining(imported))
  }
})
