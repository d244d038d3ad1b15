/** The board of a round: agencies by forms, and the counts over them. For coordinators and viewers. */
import type { Board, BriefBoard } from '../../functions/http/shapes.ts'
import { wholeRows } from '../../functions/rules/brief-cells.ts'
import { request } from './request.ts'

export type { Board, BoardCounts } from '../../functions/http/shapes.ts'
export type BoardRow = Board['agencies'][number]

/** Without the names of what is missing. */
export async function fetchBoard(round: string): Promise<Board> {
  const path = `/api/rounds/${encodeURIComponent(round)}/completeness?cells=brief`
  const { agencies, ...board } = (await request<BriefBoard>('GET', path)).body
  return { ...board, agencies: wholeRows(agencies) }
}
