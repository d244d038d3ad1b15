/**
 * Keys that the deployment generates, and how one is rotated: its number is counted up, and the deployment makes another secret with
 * another name. So every template that refers to it changes, and all that use it take the new one with one deployment; a new value
 * in the same secret would reach only those functions that happen to change for another reason.
 */
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Stack } from './constructs.ts'
import { acceptFinding, asReference } from './conventions.ts'
import type { KeyVersion } from './settings.ts'

interface KeyName {
  id: string
  description: string
}

/** `before`: the key that this one takes the place of, and since when (ISO 8601). */
export interface RotatedKey {
  key: ISecret
  before?: { key: ISecret; since: string }
}

/** How many stay: this one, the one that is still accepted, and that of the release before, whose stacks import it until they are updated. */
const kept = 3

export function createKey(stack: Stack, { id, description }: KeyName): Secret {
  const secret = new Secret(stack, id, {
    description,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  })
  const reason =
    'Read at deployment only; a rotation without a deployment would split the functions. The run book rotates it.'
  acceptFinding(secret, 'AwsSolutions-SMG4', reason)
  return secret
}

export function createRotatedKey(
  stack: Stack,
  { version, since }: KeyVersion,
  { id, description }: KeyName,
): RotatedKey {
  const numbers = Array.from({ length: kept }, (_, back) => version - back).filter((number) => number >= 1)
  const [key, before] = numbers.map((number) => {
    // The first keeps the name that it had before there were numbers.
    const secret = createKey(stack, { id: number === 1 ? id : `${id}-${number}`, description })
    stack.exportValue(secret.secretArn)
    return secret
  })
  if (key === undefined) throw new Error(`${id} has no version`)
  return { key, ...(before && since !== undefined && { before: { key: before, since } }) }
}

/** What a function is told of a key: `NAME`, and while there is one before, `NAME_BEFORE` and `NAME_SINCE`. */
export function keyEnvironment(name: string, { key, before }: RotatedKey): Record<string, string> {
  return {
    [name]: asReference(key),
    ...(before && { [`${name}_BEFORE`]: asReference(before.key), [`${name}_SINCE`]: before.since }),
  }
}
