/** Names the tests that failed first and passed when they were asked again (`retry` in vitest.config.ts): each is looked at, none is hidden. */
import type { Reporter, TestCase } from 'vitest/node'

export class SecondTry implements Reporter {
  readonly #names: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky === true) this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.log(`passed only on the second try: ${name}`)
  }
}
