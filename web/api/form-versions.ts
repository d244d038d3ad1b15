/** Moving a form of a running round to another version. */
import type { MovePreviewReply } from '../../functions/http/form-versions.ts'
import type { Round } from '../../functions/schema/round.ts'
import type { VersionMoveRequest } from '../../functions/schema/version-move.ts'
import { request } from './request.ts'

export type MovePreview = MovePreviewReply

const path = (round: string) => `/api/rounds/${encodeURIComponent(round)}/form-versions`

/** What it would change, and for whom. */
export async function previewMove(round: string, move: VersionMoveRequest): Promise<MovePreview> {
  return (await request<MovePreview>('POST', `${path(round)}?dryRun=1`, { body: move })).body
}

export async function moveVersion(round: string, move: VersionMoveRequest): Promise<Round> {
  return (await request<Round>('POST', path(round), { body: move })).body
}
