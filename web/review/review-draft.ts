/**
 * A review while it is written: comments by place, and the last day for the corrections. It is kept on this device under the
 * work and not under the revision, so when the agency sends a newer one meanwhile, what was written stands beside that.
 */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Work } from '../api/work.ts'
import { forget, keep, kept } from '../device/device-store.ts'

export type DraftComment = { readonly pointer: string; readonly label: string; readonly text: string }
export type ReviewDraft = {
  /** In the order in which they were begun. */
  readonly comments: ReadonlySignal<readonly DraftComment[]>
  readonly dueOn: ReadonlySignal<string>
  /** An older revision for which it was begun; `undefined` when it is about the shown one. */
  readonly begunFor: number | undefined
  write(comment: DraftComment): void
  setDueOn(date: string): void
  /** After the decision was taken. */
  clear(): Promise<void>
}
type Wanted = { readonly revision: number; readonly dueOn: string; readonly written?: ReviewWritten | undefined }
export type ReviewWritten = {
  readonly revision: number
  readonly comments: readonly DraftComment[]
  readonly dueOn: string
}

/** `dueOn` is suggested where nothing was chosen before; `written` is what the page still has where the device kept nothing. */
export async function openReviewDraft(
  personId: string,
  { round, agency, form }: Work,
  { revision, dueOn: suggested, written: onPage }: Wanted,
): Promise<ReviewDraft> {
  const key = ['reviu', personId, round, agency, form].join('|')
  const found = (await kept<ReviewWritten>(key).catch(() => undefined))?.value ?? onPage
  const comments = signal(found?.comments ?? [])
  const dueOn = signal(found !== undefined && found.dueOn > suggested ? found.dueOn : suggested)
  const save = () => {
    const written: ReviewWritten = { revision, comments: comments.peek(), dueOn: dueOn.peek() }
    // A browser that forbids storage loses it only with the page.
    keep(key, written).catch(() => undefined)
  }
  return {
    comments,
    dueOn,
    begunFor:
      found !== undefined && found.revision < revision && found.comments.length > 0 ? found.revision : undefined,
    write: (comment) => {
      const others = comments.peek().filter(({ pointer }) => pointer !== comment.pointer)
      const known = others.length < comments.peek().length
      if (comment.text === '') comments.value = others
      else if (!known) comments.value = [...others, comment]
      else comments.value = comments.peek().map((each) => (each.pointer === comment.pointer ? comment : each))
      save()
    },
    setDueOn: (date) => {
      dueOn.value = date
      save()
    },
    clear: async () => {
      comments.value = []
      await forget([key]).catch(() => undefined)
    },
  }
}

/** What is sent: without blank ones. */
export function writtenComments(draft: ReviewDraft): { pointer: string; text: string }[] {
  return draft.comments
    .peek()
    .flatMap(({ pointer, text }) => (text.trim() === '' ? [] : { pointer, text: text.trim() }))
}
