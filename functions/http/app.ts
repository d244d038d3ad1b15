/**
 * The whole HTTP story: what every request passes, the resources, and one place where errors become problems.
 * The page takes the types of answers from the schemas that the routes here answer by.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { Refused } from '../domain/refusal.ts'
import { maxWorkbookBytes } from '../schema/workbook-limits.ts'
import { assignmentRoutes } from './assignments.ts'
import { budgetRoutes } from './budgets.ts'
import { calendarRoutes } from './calendar.ts'
import { callRoutes } from './calls.ts'
import { capturedMailRoutes } from './captured-mails.ts'
import { cityBudgetRoutes } from './city-budget.ts'
import { sameSite } from './cross-site.ts'
import type { Deps } from './deps.ts'
import { directoryRoutes } from './directory.ts'
import { describeApi } from './docs.ts'
import { draftRoutes } from './drafts.ts'
import { extensionRoutes } from './extensions.ts'
import { fileAccessRoutes } from './file-access.ts'
import { findingRoutes } from './findings.ts'
import { formCheckRoutes } from './form-checks.ts'
import { formVersionRoutes } from './form-versions.ts'
import { formRoutes } from './forms.ts'
import { healthRoutes } from './health.ts'
import { helpRoutes } from './help.ts'
import { internalNoteRoutes } from './internal-notes.ts'
import { listWorkbookRoutes } from './list-workbooks.ts'
import { mailPlanRoutes } from './mail-plan.ts'
import { mailServiceRoutes } from './mail-service.ts'
import { mailboxRoutes } from './mailboxes.ts'
import { digestRoutes, meRoutes } from './me.ts'
import { notificationRoutes } from './notifications.ts'
import { limitAddress } from './one-address.ts'
import { answerNotFound, answerProblem } from './problem.ts'
import { publishedRoutes } from './published.ts'
import { referenceRoutes } from './references.ts'
import { regionSettingsRoutes } from './region-settings.ts'
import { rehearsalRoutes } from './rehearsals.ts'
import { reminderRoutes } from './reminders.ts'
import { type HttpEnv, receive, throughTheFront } from './request.ts'
import { resultRoutes } from './results.ts'
import { reviewRoutes } from './reviews.ts'
import { roundPlanRoutes } from './round-plans.ts'
import { roundRoutes } from './rounds.ts'
import { securityHeaders } from './security.ts'
import { sessionRoutes } from './sessions.ts'
import { setUpRoutes } from './set-up.ts'
import { settingsEffectRoutes } from './settings-effect.ts'
import { signInRoutes } from './sign-in.ts'
import { soundText } from './sound-text.ts'
import { startRoutes } from './start.ts'
import { submissionRoutes } from './submissions.ts'
import { timelineRoutes } from './timeline.ts'
import { windowRoutes } from './windows.ts'
import { workbookRoutes } from './workbooks.ts'

export const maxBodyBytes = 5 * 1024 * 1024

const routes = (app: OpenAPIHono<HttpEnv>, deps: Deps) =>
  app
    .route('/', signInRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', meRoutes(deps))
    .route('/', digestRoutes(deps))
    .route('/', roundRoutes(deps))
    .route('/', assignmentRoutes(deps))
    .route('/', windowRoutes(deps))
    .route('/', extensionRoutes(deps))
    .route('/', draftRoutes(deps))
    .route('/', workbookRoutes(deps))
    .route('/', submissionRoutes(deps))
    .route('/', reviewRoutes(deps))
    .route('/', internalNoteRoutes(deps))
    .route('/', callRoutes(deps))
    .route('/', timelineRoutes(deps))
    .route('/', findingRoutes(deps))
    .route('/', notificationRoutes(deps))
    .route('/', mailPlanRoutes(deps))
    .route('/', settingsEffectRoutes(deps))
    .route('/', setUpRoutes(deps))
    .route('/', reminderRoutes(deps))
    .route('/', mailboxRoutes(deps))
    .route('/', mailServiceRoutes(deps))
    .route('/', calendarRoutes(deps))
    .route('/', referenceRoutes(deps))
    .route('/', listWorkbookRoutes(deps))
    .route('/', publishedRoutes(deps))
    .route('/', roundPlanRoutes(deps))
    .route('/', formVersionRoutes(deps))
    .route('/', rehearsalRoutes(deps))
    .route('/', capturedMailRoutes(deps))
    .route('/', formRoutes(deps))
    .route('/', formCheckRoutes(deps))
    .route('/', directoryRoutes(deps))
    .route('/', regionSettingsRoutes(deps))
    .route('/', resultRoutes(deps))
    .route('/', budgetRoutes(deps))
    .route('/', cityBudgetRoutes(deps))
    .route('/', fileAccessRoutes(deps))
    .route('/', healthRoutes(deps))
    .route('/', helpRoutes(deps))
    .route(
      '/',
      startRoutes(deps, async ({ req, env }, path) =>
        app.fetch(new Request(new URL(path, req.url), { headers: req.raw.headers }), env as HttpEnv['Bindings']),
      ),
    )

export type Api = ReturnType<typeof routes>

/** The API over these ports. Called by the Lambda front door, by local mode and by tests alike. */
export function createApp(deps: Deps): Api {
  const app = new OpenAPIHono<HttpEnv>()
  app.onError(answerProblem(deps))
  app.notFound(answerNotFound)
  app.use(receive(deps), securityHeaders, throughTheFront(deps), limitAddress(deps))
  app.use(sameSite(deps), limitBody, soundText)
  // A preview of thousands of rows is more than a deployed function may answer (6 MB), unless it is packed.
  app.use('/api/rounds/:round/agencies/:agency/forms/:form/workbook', compress({ encoding: 'gzip' }))
  const api = routes(app, deps)
  describeApi(api)
  return api
}

/** JSON has a limit of its own; a workbook may be larger, and its refusal says what to do about it. */
const limitJson = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new HTTPException(413)
  },
})
const limitWorkbook = bodyLimit({
  maxSize: maxWorkbookBytes,
  onError: () => {
    throw new Refused({ code: 'workbook-refused', reason: 'too-large' })
  },
})
const limitBody = createMiddleware<HttpEnv>((c, next) =>
  c.req.path.endsWith('/workbook') ? limitWorkbook(c, next) : limitJson(c, next),
)
