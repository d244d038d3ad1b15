/** Why this work came back: the decision, and every comment as a link to its cell with the agency's answer. */
import { ReviewNote } from '../../submission/review-note.tsx'
import { say } from '../../wording/language.ts'
import { answeredOf, replyWording as words } from '../../wording/reply.ts'
import { placeName } from '../draft/merged-note.tsx'
import { focusPointer } from '../focus-pointer.ts'
import { type FormModel, rowAt, useForm } from '../form-model.ts'
import { targetOf } from '../model/place.ts'
import { CommentReply } from './comment-reply.tsx'
import type { Replies } from './replies.ts'
import './review.css'

export function ReturnedPanel({ replies }: { replies: Replies }) {
  const model = useForm()
  const { comments, review, latest } = replies
  return (
    <>
      <ReviewNote review={review} />
      {comments.length > 0 && (
        <section class="returned-comments" aria-labelledby="returned-comments-title">
          <h2 id="returned-comments-title">{say(words.title)}</h2>
          <p>{say(answeredOf(latest.value.size, comments.length))}</p>
          <ol>
            {comments.map(({ index, pointer, text }) => (
              <li key={index} data-comment={index}>
                <Place pointer={pointer} model={model} />
                <p class="comment-text">{text}</p>
                <CommentReply replies={replies} index={index} name={nameOf(pointer, model)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

/** A comment on the whole, or on a row that is gone, leads nowhere. */
function Place({ pointer, model }: { pointer: string; model: FormModel }) {
  const name = nameOf(pointer, model)
  const { rowKey } = targetOf(pointer)
  if (pointer === '' || (rowKey !== undefined && rowAt(model, pointer) === undefined)) return <strong>{name}</strong>
  return (
    <a
      href={`#${pointer}`}
      onClick={(event) => {
        event.preventDefault()
        focusPointer(model, pointer)
      }}
    >
      {name}
    </a>
  )
}

/** What a comment is about. */
export function nameOf(pointer: string, model: FormModel): string {
  if (pointer === '') return say(words.whole)
  const { table, rowKey } = targetOf(pointer)
  if (rowKey !== undefined && rowAt(model, pointer) === undefined) return say(words.gone)
  const title = model.definition.tables.find(({ id }) => id === table)?.title
  return title !== undefined && rowKey === undefined ? say(title) : placeName(pointer, model)
}
