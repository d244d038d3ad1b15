/**
 * The function behind `npm run ops`: it has a name that the command knows, and neither address nor trigger, so only whom IAM
 * allows lambda:InvokeFunction on it may do what it does. It works on the table as every front door does; it cannot send.
 */
import type { StackContext } from './constructs.ts'
import { createDoor } from './door.ts'

export function Operator({ app, stack }: StackContext) {
  const admin = createDoor(app, stack, {
    name: 'admin',
    functionName: `${app.stage}-${app.name}-admin`,
    timeoutSeconds: 300,
    memorySize: 1024,
    statements: [],
  })
  stack.addOutputs({ AdminFunction: admin.functionName })
  return { admin }
}
