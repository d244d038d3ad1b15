/**
 * A worker that dies at a chosen step. Every call through its ports is a step with two sides: the process may end right before
 * the call, or right after it took effect and before the answer was seen. After that moment no call of the dead worker has any effect.
 * Ports are wrapped here, in the test; the product has no hook.
 */
import type { DispatchParts } from '../../functions/jobs/dispatch/dispatch-parts.ts'

export type Death = { step: number; side: 'before' | 'after' }

class Died extends Error {}

/** `steps` names the calls in order; `isDead` tells whether the death came at all. */
export function dyingParts(parts: DispatchParts, death?: Death) {
  const steps: string[] = []
  let isDead = false
  /** One side of the call that was the `number`th to begin; calls may overlap. */
  const pass = (number: number, side: Death['side']) => {
    if (isDead) throw new Died('a dead process does nothing')
    isDead = death !== undefined && death.step === number && death.side === side
    if (isDead) throw new Died('the process ended')
  }
  const begin = (name: string) => {
    const number = steps.push(name)
    pass(number, 'before')
    return number
  }
  const wrap = <Port extends object>(port: Port, portName: string): Port =>
    new Proxy(port, {
      get(target, property, receiver) {
        const verb: unknown = Reflect.get(target, property, receiver)
        if (typeof verb !== 'function') return verb
        const name = `${portName}.${String(property)}`
        if (property === 'due') {
          return async function* (...words: unknown[]) {
            const number = begin(name)
            yield* verb.apply(target, words)
            pass(number, 'after')
          }
        }
        return async (...words: unknown[]) => {
          const number = begin(name)
          const answer: unknown = await verb.apply(target, words)
          pass(number, 'after')
          return answer
        }
      },
    })
  return {
    steps,
    isDead: () => isDead,
    /** `ledger.fence after`, for messages. */
    where: () => `${steps[(death?.step ?? 0) - 1]} ${death?.side}`,
    parts: {
      ...parts,
      ledger: wrap(parts.ledger, 'ledger'),
      regions: wrap(parts.regions, 'regions'),
      rounds: wrap(parts.rounds, 'rounds'),
      mailer: wrap(parts.mailer, 'mailer'),
      breaker: wrap(parts.breaker, 'breaker'),
      pulse: wrap(parts.pulse, 'pulse'),
    },
  }
}
