/** Names the tests that failed first and passed when they were asked again (`retry` in vitest.config.ts), with what failed: each is looked at, none is hidden. */
import type { Reporter, TestCase } from 'vitest/node'

/** Letters of an error; a counterexample of a random test with its seed fits. */
const longest = 2_000

export class SecondTry implements Reporter {
  readonly #flaky: TestCase[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky === true) this.#flaky.push(test)
  }

  onTestRunEnd(): void {
    for (const test of this.#flaky) {
      console.log(`passed only on the second try: ${test.module.relativeModuleId} > ${test.fullName}`)
      for (const { message } of test.result().errors ?? []) console.log(message.slice(0, longest))
    }
  }
}
