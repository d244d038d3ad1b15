/** The answers to the comments of one place, beside its field. */

import { placeName } from '../draft/merged-note.tsx'
import { useForm } from '../form-model.ts'
import { CommentReply } from './comment-reply.tsx'
import type { Replies } from './replies.ts'

export function RepliesAt({ replies, pointer }: { replies: Replies; pointer: string }) {
  const model = useForm()
  return (
    <>
      {replies.comments
        .filter((comment) => comment.pointer === pointer)
        .map(({ index }) => (
          <CommentReply key={index} replies={replies} index={index} name={placeName(pointer, model)} />
        ))}
    </>
  )
}
