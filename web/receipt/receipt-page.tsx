/**
 * The public proof that a submission was received. It shows counts and hashes, never data; who may see the submission itself
 * also gets its totals and a link to it.
 */
import type { ComponentChildren } from 'preact'
import { useLocation, useRoute } from 'preact-iso'
import { fetchReceipt, type PublicReceipt } from '../api/receipts.ts'
import { useResource } from '../api/resource.ts'
import { me, session } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { withFormerName, receiptWording as words } from '../wording/receipt.ts'
import { NextTask } from './next-task.tsx'
import { OwnTotals } from './own-totals.tsx'

export function ReceiptPage() {
  const { params } = useRoute()
  const { query } = useLocation()
  const number = params.number ?? ''
  usePageTitle(`${say(words.title)} ${number}`)
  const { value, error, reload } = useResource(`receipt|${number}`, () => fetchReceipt(number))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const isOwn = me.value?.agencies.some(({ id }) => id === value.agencyId) === true
  return (
    <section class="receipt">
      <h1>{say(words.title)}</h1>
      {query.baru !== undefined && (
        <div class="panel good" role="status">
          <h2>{say(words.done)}</h2>
          <p>{say(number.startsWith('LATIHAN-') ? words.rehearsedText : words.doneText)}</p>
          {isOwn && <NextTask receipt={value} />}
        </div>
      )}
      {value.latestRevision > value.revision && (
        <p class="panel warning">
          {say(words.newer)} {value.latestRevision}.
        </p>
      )}
      <Facts receipt={value} />
      {session.value.state === 'signed-in' && <OwnTotals receipt={value} />}
      <h2>{say(words.verifyTitle)}</h2>
      <p>{say(words.verify)}</p>
      <p class="hash">{`${location.origin}/bukti/${value.number}`}</p>
      <p class="cluster no-print">
        <button type="button" class="button main" onClick={() => print()}>
          {say(words.print)}
        </button>
        {me.value !== undefined && (
          <a class="button" href="/">
            {say(words.tasks)}
          </a>
        )}
      </p>
    </section>
  )
}

function Facts({ receipt }: { receipt: PublicReceipt }) {
  const { number, agencyName, formTitle, roundTitle, revision, at, rowCount, nil, sha256, previousSha256 } = receipt
  return (
    <dl class="facts">
      <Fact name={say(words.number)} value={<strong>{number}</strong>} />
      <Fact name={say(words.at)} value={fullMoment(at, receipt)} />
      <Fact name={say(words.agency)} value={say(withFormerName(agencyName, receipt.agencyNameThen))} />
      <Fact name={say(words.form)} value={`${say(formTitle)} (${say(words.version)} ${receipt.formVersion})`} />
      <Fact name={say(words.round)} value={typeof roundTitle === 'string' ? roundTitle : say(roundTitle)} />
      <Fact name={say(words.revision)} value={revision} />
      {nil ? <Fact name={say(words.nil)} value={say(words.yes)} /> : <Fact name={say(words.rows)} value={rowCount} />}
      <Fact name={say(words.sha)} value={<span class="hash">{sha256}</span>} />
      <Fact
        name={say(words.previous)}
        value={previousSha256 === null ? say(words.first) : <span class="hash">{previousSha256}</span>}
      />
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
