/**
 * The rooms of the API: what each answers, and the module that it is loaded from when somebody first asks there. A cold start loads the one
 * that it was woken for, not all forty (`npm run bench:cold`); test/http/rooms.test.ts holds the paths here to the routes there.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import { getPath } from 'hono/utils/url'
import { type Api, createApp } from './app.ts'
import type { Deps } from './deps.ts'
import { limitAddress } from './one-address.ts'
import type { HttpEnv } from './request.ts'

/** `fetch` asks the API that the room is in. */
type Routes = (deps: Deps, fetch: Api['fetch']) => Api
export type Room = {
  readonly at: RegExp
  /** Here it only changes: who reads does not wait for it. */
  readonly changesAt?: RegExp
  readonly load: () => Promise<Routes>
}

const api = (rest: string) => new RegExp(`^/api/${rest}(/|$)`)
const round = (rest: string) => api(`rounds/[^/]+/${rest}`)
const form = (rest: string) => round(`agencies/[^/]+/forms/[^/]+/${rest}`)

/** Where two rooms know the same path, the first that has its method answers. */
const answering: readonly Room[] = [
  { at: api('sign-(in|out)'), load: async () => (await import('./sign-in.ts')).signInRoutes },
  { at: api('me/sessions'), load: async () => (await import('./sessions.ts')).sessionRoutes },
  { at: /^\/api\/me$/, load: async () => (await import('./me.ts')).meRoutes },
  { at: api('(me/digest|unsubscribe)'), load: async () => (await import('./me.ts')).digestRoutes },
  { at: /^\/api\/rounds(\/[^/]+)?$/, load: async () => (await import('./rounds.ts')).roundRoutes },
  { at: round('(assignments|completeness)$'), load: async () => (await import('./assignments.ts')).assignmentRoutes },
  { at: round('windows'), load: async () => (await import('./windows.ts')).windowRoutes },
  { at: round('extension-requests'), load: async () => (await import('./extensions.ts')).extensionRoutes },
  { at: form('(draft|starting-points)'), load: async () => (await import('./drafts.ts')).draftRoutes },
  { at: form('workbook'), load: async () => (await import('./workbooks.ts')).workbookRoutes },
  { at: form('submissions'), load: async () => (await import('./submissions.ts')).submissionRoutes },
  { at: form('(review|submissions/[^/]+/replies)'), load: async () => (await import('./reviews.ts')).reviewRoutes },
  {
    at: round('(agencies/[^/]+/forms/[^/]+/)?notes'),
    load: async () => (await import('./internal-notes.ts')).internalNoteRoutes,
  },
  { at: round('calls'), load: async () => (await import('./calls.ts')).callRoutes },
  { at: round('timeline'), load: async () => (await import('./timeline.ts')).timelineRoutes },
  {
    at: round('(agencies/[^/]+/forms/[^/]+/)?findings'),
    load: async () => (await import('./findings.ts')).findingRoutes,
  },
  { at: api('notification(s|-batches)'), load: async () => (await import('./notifications.ts')).notificationRoutes },
  { at: round('mail-plan'), load: async () => (await import('./mail-plan.ts')).mailPlanRoutes },
  {
    at: api('(directory|rounds/[^/]+)/mail-plan'),
    load: async () => (await import('./settings-effect.ts')).settingsEffectRoutes,
  },
  { at: api('(set-up|me/test-mails)'), load: async () => (await import('./set-up.ts')).setUpRoutes },
  { at: round('reminders'), load: async () => (await import('./reminders.ts')).reminderRoutes },
  { at: api('(unreachable|mailboxes)'), load: async () => (await import('./mailboxes.ts')).mailboxRoutes },
  { at: api('(mail-service|people)'), load: async () => (await import('./mail-service.ts')).mailServiceRoutes },
  { at: api('calendar(-feeds)?'), load: async () => (await import('./calendar.ts')).calendarRoutes },
  { at: api('reference(-lists|s/.+)'), load: async () => (await import('./references.ts')).referenceRoutes },
  {
    at: api('(directory/workbooks|rounds/[^/]+/assignments/workbook)'),
    load: async () => (await import('./list-workbooks.ts')).listWorkbookRoutes,
  },
  {
    at: api('(forms/[^/]+/versions|references|receipts)'),
    load: async () => (await import('./published.ts')).publishedRoutes,
  },
  {
    at: /^\/api\/rounds(\/[^/]+(\/(opening|revisions))?)?$/,
    changesAt: /^\/api\/rounds(\/[^/]+)?$/,
    load: async () => (await import('./round-plans.ts')).roundPlanRoutes,
  },
  { at: round('form-versions'), load: async () => (await import('./form-versions.ts')).formVersionRoutes },
  {
    at: api('(rehearsals|rounds/[^/]+/(rehearsals?|clock))'),
    load: async () => (await import('./rehearsals.ts')).rehearsalRoutes,
  },
  { at: round('captured-mails'), load: async () => (await import('./captured-mails.ts')).capturedMailRoutes },
  { at: api('forms'), load: async () => (await import('./forms.ts')).formRoutes },
  { at: api('forms/[^/]+/checks'), load: async () => (await import('./form-checks.ts')).formCheckRoutes },
  {
    at: /^\/api\/directory($|\/(agencies|people)\/?)/,
    load: async () => (await import('./directory.ts')).directoryRoutes,
  },
  {
    at: api('(directory/(calendar|settings)|logos)'),
    load: async () => (await import('./region-settings.ts')).regionSettingsRoutes,
  },
  {
    at: round('(export\\.(xlsx|csv)|results|summaries|districts)'),
    load: async () => (await import('./results.ts')).resultRoutes,
  },
  { at: api('budgets'), load: async () => (await import('./budgets.ts')).budgetRoutes },
  { at: round('city-budget'), load: async () => (await import('./city-budget.ts')).cityBudgetRoutes },
  { at: api('file-access'), load: async () => (await import('./file-access.ts')).fileAccessRoutes },
  { at: api('health'), load: async () => (await import('./health.ts')).healthRoutes },
  { at: api('help'), load: async () => (await import('./help.ts')).helpRoutes },
  {
    at: api('start'),
    load: async () => {
      const { startRoutes } = await import('./start.ts')
      return (deps, fetch) =>
        startRoutes(deps, async ({ req, env }, path) =>
          fetch(new Request(new URL(path, req.url), { headers: req.raw.headers }), env as HttpEnv['Bindings']),
        )
    },
  },
]

/** Describes all the others, hence loads them. */
const describing: Room = {
  at: api('(openapi\\.json|docs|docs\\.css)'),
  load: async () => {
    const [{ describeApi }, routes] = await Promise.all([import('./docs.ts'), loadAll(answering)])
    return (deps, fetch) => {
      const all: Api = new OpenAPIHono<HttpEnv>()
      for (const each of routes) all.route('/', each(deps, fetch))
      return describeApi(all)
    }
  },
}

export const rooms: readonly Room[] = [...answering, describing]

const loadAll = (wanted: readonly Room[]) => Promise.all(wanted.map(({ load }) => load()))

/** The API with all rooms open. */
export async function loadWholeApp(): Promise<(deps: Deps) => Api> {
  const routes = await loadAll(rooms)
  return (deps) => {
    const app: Api = createApp(
      deps,
      routes.map((each) => each(deps, (...given) => app.fetch(...given))),
    )
    return app
  }
}

/** The API of a process that has just begun: a room opens with the first request to it, and stays open. */
export function createOpeningApp(deps: Deps): Pick<Api, 'fetch'> {
  const limit = limitAddress(deps)
  const open = new Map<Room, Api>()
  let app = createApp(deps, [], limit)
  const fetch: Api['fetch'] = async (request, ...rest) =>
    (await appFor(request.method, getPath(request))).fetch(request, ...rest)
  async function appFor(method: string, path: string): Promise<Api> {
    const reads = method === 'GET' || method === 'HEAD'
    const asked = rooms.filter(({ at, changesAt }) => at.test(path) && !(reads && changesAt?.test(path)))
    const closed = asked.filter((room) => !open.has(room))
    if (closed.length > 0) {
      const routes = await loadAll(closed)
      for (const [index, room] of closed.entries()) {
        const made = routes[index]?.(deps, fetch)
        if (made && !open.has(room)) open.set(room, made)
      }
      app = createApp(
        deps,
        rooms.flatMap((room) => open.get(room) ?? []),
        limit,
      )
    }
    return app
  }
  return { fetch }
}
