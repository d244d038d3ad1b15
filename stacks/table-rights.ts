/**
 * What a front door has nothing to look for in the table, by the first words of partition keys. Only the API and the operator work on all
 * of it: what plans or hears of mails reads no answers, and no job touches what lets somebody sign in. Said as a denial,
 * so that a new kind of fact needs no change here, and a new secret one line.
 */
const signIn = ['SESSIONS', 'BROWSERS', 'CHALLENGE', 'COUNTER', 'ADDRESS']
const elsewhere = ['ACCESS', 'DOWNLOADS', 'IMAGE', 'FEEDS', 'RECEIPT', 'CAPTURED']
const answers = ['BODY', 'DRAFT-BODY', 'PERSONAL']

export const deniedKeys: Readonly<Record<string, readonly string[]>> = {
  plan: [...signIn, ...elsewhere, ...answers],
  'plan-region': [...signIn, ...elsewhere, ...answers],
  dispatch: [...signIn, ...elsewhere],
  'dispatch-new': [...signIn, ...elsewhere],
  reconcile: [...signIn, ...elsewhere],
  'mail-events': [...signIn, ...elsewhere, ...answers],
  check: [...signIn, ...elsewhere],
  'check-region': [...signIn, ...elsewhere],
}
