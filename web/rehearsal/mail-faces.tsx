/**
 * A captured mail with its faces: dressed, as on a computer and on a phone, and as text. The dressed one is a page of the API's with
 * a policy of its own in a sandbox, for ours allows no styles that stand in a text.
 */
import { useState } from 'preact/hooks'
import type { RenderedMail } from '../api/mails.ts'
import { capturedMailPage } from '../api/rehearsals.ts'
import { MailText } from '../mail/mail-dialog.tsx'
import { say } from '../wording/language.ts'
import { rehearsalRoundWording as words } from '../wording/rehearsal-round.ts'
import './rehearsal.css'

const faces = ['dressed', 'narrow', 'text'] as const

export type MailFacesProps = { readonly mail: RenderedMail; readonly round: string; readonly nid: string }

export function MailFaces({ mail, round, nid }: MailFacesProps) {
  const [face, setFace] = useState<(typeof faces)[number]>('dressed')
  return (
    <div class="mail-faces">
      <fieldset class="cluster plain">
        <legend class="unseen">{say(words.face)}</legend>
        {faces.map((each) => (
          <button
            key={each}
            type="button"
            class={`button small${each === 'narrow' ? ' wide-only' : ''}`}
            aria-pressed={face === each}
            onClick={() => setFace(each)}
          >
            {say(words[each])}
          </button>
        ))}
      </fieldset>
      {face === 'text' ? (
        <MailText mail={mail} />
      ) : (
        <>
          <p>
            <strong>{mail.subject}</strong>
          </p>
          <iframe
            class={`mail-frame ${face}`}
            title={mail.subject}
            src={capturedMailPage(round, nid)}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </>
      )}
    </div>
  )
}
