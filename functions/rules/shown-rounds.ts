/** Which of the rounds an agency's list of tasks shows: all that are open, else the one that closed last. A round to come is only announced. */
export function shownRounds<R extends { readonly stage: string }>(newestFirst: readonly R[]): readonly R[] {
  const open = newestFirst.filter(({ stage }) => stage === 'open')
  return open.length > 0 ? open : newestFirst.filter(({ stage }) => stage === 'closed').slice(0, 1)
}
