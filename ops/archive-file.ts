/**
 * A region as one file: gzip of JSON lines; the first says what it is, the last how many items there must be and their hash, so
 * that a file which was cut or changed is not taken for a whole one. While it is written it has the ending `.partial`, and
 * beside it stands how far it came: the same command goes on there.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { ArchivedItem } from '../functions/domain/archive/region-archive.ts'
import { OpsError } from './command.ts'

export type ArchiveHead = { format: 'lengkap-region'; version: 1; region: string; exportedAt: string; stage: string }
type ArchiveEnd = { items: number; chain: string }
export type Place = { partition: string; after?: string } | null
type Progress = { head: ArchiveHead; bytes: number; items: number; chain: string; next: Place }

/** Writes pages; each is a gzip of its own, and gzips in a row are one. */
export class ArchiveWriter {
  readonly file: string
  progress: Progress

  constructor(file: string, head: ArchiveHead) {
    this.file = file
    const begun = readProgress(file)
    if (begun !== undefined && begun.head.region === head.region) {
      truncateSync(this.#partial, begun.bytes)
      this.progress = begun
      return
    }
    writeFileSync(this.#partial, '', { mode: 0o600 })
    this.progress = { head, bytes: 0, items: 0, chain: '', next: null }
    this.#append([JSON.stringify(head)])
  }

  get #partial(): string {
    return `${this.file}.partial`
  }

  /** `next`: where the following page begins. */
  add(items: readonly ArchivedItem[], next: Place): void {
    const lines = items.map((item) => JSON.stringify(item))
    this.progress.items += items.length
    this.progress.chain = lines.reduce(chained, this.progress.chain)
    this.progress.next = next
    this.#append(lines)
    writeFileSync(`${this.file}.progress`, JSON.stringify(this.progress))
  }

  finish(): ArchiveEnd {
    const { items, chain } = this.progress
    const end = { items, chain }
    this.#append([JSON.stringify(end)])
    renameSync(this.#partial, this.file)
    rmSync(`${this.file}.progress`, { force: true })
    return end
  }

  #append(lines: readonly string[]): void {
    if (lines.length === 0) return
    const page = gzipSync(`${lines.join('\n')}\n`)
    appendFileSync(this.#partial, page)
    this.progress.bytes += page.length
  }
}

function readProgress(file: string): Progress | undefined {
  if (!existsSync(`${file}.progress`) || !existsSync(`${file}.partial`)) return undefined
  return JSON.parse(readFileSync(`${file}.progress`, 'utf8')) as Progress
}

export type Archive = { head: ArchiveHead; items: ArchivedItem[] }

/** The whole archive, checked. @throws OpsError where it is none, was cut, or was changed. */
export function readArchive(file: string): Archive {
  const lines = linesOf(file)
  const head = parse(lines[0]) as Partial<ArchiveHead> | undefined
  if (head?.format !== 'lengkap-region' || head.version !== 1) {
    throw new OpsError(`${file} is no archive of a region`, 'Give the file that region export wrote.')
  }
  const end = parse(lines.at(-1)) as Partial<ArchiveEnd> | undefined
  const items = lines.slice(1, -1)
  if (end?.items !== items.length || end.chain !== items.reduce(chained, '')) {
    throw new OpsError(`${file} is not whole: it was cut, or changed since`, 'Export the region again.')
  }
  return { head: head as ArchiveHead, items: items.map((line) => JSON.parse(line) as ArchivedItem) }
}

function linesOf(file: string): string[] {
  try {
    return gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  } catch (error) {
    throw new OpsError(`${file} cannot be read: ${(error as Error).message}`, 'Give the file that region export wrote.')
  }
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}

/** A hash of all lines so far, which can go on after an interruption. */
function chained(before: string, line: string): string {
  return createHash('sha256').update(`${before}\n${line}`).digest('hex')
}
