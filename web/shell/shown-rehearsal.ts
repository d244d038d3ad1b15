/** By its id, as functions/schema/rehearsal.ts makes it. */
export function isRehearsalRound(id: string): boolean {
  return id.startsWith('latihan-')
}

/**
 * Is the page about a rehearsal? Its address tells, for a rehearsal's id says so, and the number of a receipt from one (in capitals):
 * no page can forget to mark itself.
 */
export function rehearsalIn(url: string): string | undefined {
  return /(?:^|[/=])(latihan-[a-z0-9-]+)/i.exec(url)?.[1]
}
