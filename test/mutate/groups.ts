/** Where time and rights are decided, each part with the tests that stand for it, in the order of what harms a user most. */
export type Group = { mutate: string[]; tests: string[] }

export const groups: Record<string, Group> = {
  /** Who gets in, and who may read or write what. */
  access: {
    mutate: ['functions/http/{access,cross-site,enter-rehearsal}.ts'],
    tests: [
      'test/http/{access,edge,step-up,personal,rehearsals,submit-calls}.test.ts',
      'test/ops/close-region.test.ts',
      'test/security/accesses.test.ts',
    ],
  },
  session: {
    mutate: ['functions/domain/sign-in/{assert-fresh,identify,session}.ts', 'functions/http/one-address.ts'],
    tests: [
      'test/domain/sign-in/session.test.ts',
      'test/http/{identify,session,step-up,one-address,open-sessions}.test.ts',
    ],
  },
  /** Codes, their limits, and the browsers that are known. */
  'sign-in': {
    mutate: [
      'functions/domain/sign-in/{verify-code,start-sign-in,resend-code,challenge,limits,count-use,count-act}.ts',
      'functions/domain/sign-in/{known-browser,open-sessions,hand-over-code,code-notice}.ts',
      'functions/domain/secrets/{code,token,rotation}.ts',
    ],
    tests: [
      'test/domain/sign-in/*.test.ts',
      'test/http/{sign-in,verify-code,one-address,open-sessions,mail-service,enumeration,start}.test.ts',
      'test/security/{sign-in-limits,rotation,regions-apart,keys}.test.ts',
    ],
  },
  /** What a person may do to a round: write, decide, move a window, ask for more time. */
  writing: {
    mutate: ['functions/domain/round/{may-write,round-stage,request-state}.ts'],
    tests: ['test/domain/round/{may-write,round-stage,timeliness,windows,request-state}.test.ts'],
  },
  deciding: {
    mutate: ['functions/domain/round/{decide-review,change-window,extension-requests}.ts'],
    tests: ['test/http/{decide-review,change-window,extensions}.test.ts', 'test/security/regions-apart.test.ts'],
  },
  coordinators: {
    mutate: ['functions/domain/region/last-coordinator.ts'],
    tests: ['test/http/{coordinator,directory}.test.ts'],
  },
  /** What is sent, once, and what is not. */
  dispatch: {
    mutate: ['functions/jobs/dispatch.ts', 'functions/jobs/dispatch/*.ts'],
    tests: [
      'test/jobs/{dispatch,dispatch-outcomes,dispatch-together,breaker,back-off,after-outage,lost-time}.test.ts',
      'test/jobs/{suppressed-address,together,test-mail,reconcile,mail-events}.test.ts',
    ],
  },
  /** The ledger's own decisions: the breaker, the rate, whose mailbox takes what. */
  ledger: {
    mutate: ['functions/domain/notices/ledger/*.ts'],
    tests: ['test/domain/notices/{ledger,health,unsent}.test.ts', 'test/store/outages.test.ts'],
  },
  /** Each kind of mail: who gets it, and whether it still holds. */
  kinds: {
    mutate: ['functions/domain/notices/kinds/*.ts', 'functions/domain/notices/{compose,plan}.ts'],
    tests: ['test/domain/notices/*.test.ts', 'test/jobs/{duties,plan}.test.ts'],
  },
  /** When each mail is due. */
  plan: {
    mutate: ['functions/domain/notices/plan/*.ts', 'functions/jobs/rounds-in-view.ts'],
    tests: ['test/domain/notices/*.test.ts', 'test/jobs/rounds-in-view.test.ts'],
  },
  /** Dates, working days, windows: what is late, and what is over. */
  time: {
    mutate: ['functions/rules/{windows,window-change,working-days,wall-clock,dates,zone,moments}.ts'],
    tests: ['test/rules/*.test.ts'],
  },
  windows: {
    mutate: ['functions/domain/round/{windows,timeliness,facts-as-of,rounds-since,rounds-before,usual-dates}.ts'],
    tests: ['test/domain/round/*.test.ts'],
  },
  /** A table: each change of it is asked of all tests, so of few. */
  holidays: { mutate: ['functions/rules/holidays.ts'], tests: ['test/rules/{holidays,working-days}.test.ts'] },
  /** What is written once, together or not at all. */
  store: { mutate: ['functions/store/*.ts'], tests: ['test/store/*.test.ts'] },
  /** The routes that change a round, and what they refuse. */
  http: {
    mutate: [
      'functions/http/{rounds,windows,reviews,extensions,reminders,submissions,drafts,assignments,preconditions}.ts',
    ],
    tests: [
      'test/http/{access,decide-review,change-window,extensions,reviews,submissions,drafts,mails,newer-facts}.test.ts',
    ],
  },
}
