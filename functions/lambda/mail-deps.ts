/** The composer and the templates of mails, loaded with the first mail that is written. */
import type { ComposeMail } from '../domain/notices/compose.ts'
import type { RenderMail } from '../domain/notices/write/mail-foot.ts'
import { forms } from './deps.ts'

/** `codeKey` only where codes are derived. */
export function composeWith(parts: { siteUrl: string; codeKey?: string }): ComposeMail {
  let composing: Promise<ComposeMail> | undefined
  return async (now, notice, state) => {
    composing ??= import('../domain/notices/compose.ts').then(({ createComposer }) =>
      createComposer({ ...parts, forms }),
    )
    return (await composing)(now, notice, state)
  }
}

export const render: RenderMail = async (...given) => (await import('../mail/render-mail.ts')).renderMail(...given)
