/** Opens the draft of a form with what this device still holds of it. */
import { Unreachable } from '../../api/problem.ts'
import type { DraftCopies } from './draft-copy.ts'
import type { DraftPort, DraftSession } from './draft-port.ts'
import { type LatePiece, Session, type Together } from './running-session.ts'

/**
 * Opens a session on the server's draft and on what this device still holds unsaved. Without an answer the device's newest
 * copy stands in for the server's draft; rejects with `Unreachable` when there is none.
 */
export async function openDraftSession(port: DraftPort, copies: DraftCopies): Promise<DraftSession> {
  const [found, stored] = await Promise.all([copies.readAll(), port.read().catch(orUnreachable)])
  const known =
    stored ?? found.map((each) => each.stored).sort((a, b) => a.draft.version - b.draft.version)[found.length - 1]
  if (known === undefined) throw new Unreachable()
  const session = new Session(known, { port, copies, together })
  await session.resume(found)
  return session
}

const together: LatePiece = { piece: undefined, load: loadTogether }

/** Rejects with `Unreachable`. */
export async function loadTogether(): Promise<Together> {
  together.piece ??= await import('./together.ts').catch(unreachable)
  return together.piece
}

/** A piece of the page could not be fetched. */
export function unreachable(): never {
  throw new Unreachable()
}

function orUnreachable(error: unknown): undefined {
  if (!(error instanceof Unreachable)) throw error
}
