/** Is the page about a rehearsal? Its address tells, for a rehearsal's id says so: no page can forget to mark itself. */
export function rehearsalIn(url: string): string | undefined {
  return /(?:^|[/=])(latihan-[A-Za-z0-9-]+)/.exec(url)?.[1]
}
