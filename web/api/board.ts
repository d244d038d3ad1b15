/** The board of a round: agencies by forms, and the counts over them. For coordinators and viewers. */
import type { Board } from '../../functions/http/shapes.ts'
import { request } from './request.ts'

export type { Board, BoardCounts } from '../../functions/http/shapes.ts'
export type BoardRow = Board['agencies'][number]

export async function fetchBoard(round: string): Promise<Board> {
  return (await request<Board>('GET', `/api/rounds/${encodeURIComponent(round)}/completeness`)).body
}
