/**
 * The page's idea of the API's answers, held against the API's own types. There is nothing to run: the type check that is
 * part of `npm test` fails when a route answers something else than the page reads.
 */
import type { InferResponseType } from 'hono/client'
import { hc } from 'hono/client'
import type { Api } from '../../functions/http/app.ts'
import type { ExtensionView } from '../../functions/schema/extension.ts'
import type { ReferenceLists } from '../../functions/schema/form.ts'
import type { Me } from '../../functions/schema/me.ts'
import type { PersonRevision } from '../../functions/schema/region-requests.ts'
import type { DraftResponse, SubmissionDetail } from '../../functions/schema/requests.ts'
import type { Assignment, Finding, Receipt } from '../../functions/schema/round.ts'
import type { RoundRevision } from '../../functions/schema/round-plan.ts'
import type { Board } from '../../web/api/board.ts'
import type { CalendarFeed } from '../../web/api/calendar-feeds.ts'
import type {
  MailPlan,
  NotificationDetail,
  NotificationList,
  NudgePreview,
  RenderedMail,
  Unreachable,
} from '../../web/api/mails.ts'
import type { PublicReceipt } from '../../web/api/receipts.ts'
import type { RoundSummary, RoundView } from '../../web/api/rounds.ts'
import type { Directory, FormVersion } from '../../web/api/settings.ts'
import type { Difference, Submissions } from '../../web/api/work.ts'

const { api } = hc<Api>('/')
const work = api.rounds[':round'].agencies[':agency'].forms[':form']
type Answer<Route> = InferResponseType<Route, 200>
/** Does not compile where the API's answer is not what the page reads. */
type Reads<Expected, Answered extends Expected> = Answered

export type Contract = [
  Reads<Me, Answer<typeof api.me.$get>>,
  Reads<{ rounds: RoundSummary[] }, Answer<typeof api.rounds.$get>>,
  Reads<RoundView, Answer<(typeof api.rounds)[':round']['$get']>>,
  Reads<Board, Answer<(typeof api.rounds)[':round']['completeness']['$get']>>,
  Reads<{ assignments: Assignment[] }, Answer<(typeof api.rounds)[':round']['assignments']['$get']>>,
  Reads<ReferenceLists, Answer<typeof api.references.$get>>,
  Reads<DraftResponse, Answer<typeof work.draft.$get>>,
  Reads<DraftResponse, Answer<typeof work.draft.$put>>,
  Reads<Receipt, InferResponseType<typeof work.submissions.$post, 201>>,
  Reads<Submissions, Answer<typeof work.submissions.$get>>,
  Reads<SubmissionDetail, Answer<(typeof work.submissions)[':revision']['$get']>>,
  Reads<Difference, Answer<(typeof work.submissions)[':revision']['diff']['$get']>>,
  Reads<{ requests: ExtensionView[] }, Answer<(typeof api.rounds)[':round']['extension-requests']['$get']>>,
  Reads<{ findings: Finding[] }, Answer<typeof work.findings.$get>>,
  Reads<Directory, Answer<typeof api.directory.$get>>,
  Reads<{ forms: FormVersion[] }, Answer<typeof api.forms.$get>>,
  Reads<{ revisions: RoundRevision[] }, Answer<(typeof api.rounds)[':round']['revisions']['$get']>>,
  Reads<{ revisions: PersonRevision[] }, Answer<(typeof api.directory.people)[':person']['$get']>>,
  Reads<{ feeds: readonly CalendarFeed[] }, Answer<(typeof api)['calendar-feeds']['$get']>>,
  Reads<CalendarFeed, Answer<(typeof api)['calendar-feeds'][':agency']['renewals']['$post']>>,
  Reads<MailPlan, Answer<(typeof api.rounds)[':round']['mail-plan']['$get']>>,
  Reads<RenderedMail, Answer<(typeof api.rounds)[':round']['mail-plan'][':id']['$get']>>,
  Reads<NudgePreview, Answer<(typeof api.rounds)[':round']['reminders']['preview']['$post']>>,
  Reads<NotificationList, Answer<typeof api.notifications.$get>>,
  Reads<NotificationDetail, Answer<(typeof api.notifications)[':id']['$get']>>,
  Reads<Unreachable, Answer<typeof api.unreachable.$get>>,
  Reads<PublicReceipt, Answer<(typeof api.receipts)[':number']['$get']>>,
]
