/** For those who may see the submission: its very bytes as a file, and the commands that take its hash again. */
import { type Work, workPath } from '../api/work.ts'
import { say } from '../wording/language.ts'
import { receiptWording as words } from '../wording/receipt.ts'

export function OwnCopy({ work, revision, number }: { work: Work; revision: number; number: string }) {
  const file = `${number}.json`
  return (
    <div class="no-print">
      <h3>{say(words.copyTitle)}</h3>
      <p>{say(words.copy)}</p>
      <p>
        <a class="button" href={`${workPath(work)}/submissions/${revision}/canonical.json`} download={file}>
          {say(words.download)}
        </a>
      </p>
      <p>
        Linux, macOS: <code class="hash">sha256sum {file}</code>
        <br />
        Windows: <code class="hash">certutil -hashfile {file} SHA256</code>
      </p>
    </div>
  )
}
