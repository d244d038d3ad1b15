/** Pages of those who see the whole region, each a piece of JavaScript of its own, by name: their addresses load with the first of them. */

export const windowsPage = async () => (await import('../windows/windows-page.tsx')).WindowsPage
export const callsPage = async () => (await import('../calls/calls-page.tsx')).CallsPage
export const timelinePage = async () => (await import('../timeline/timeline-page.tsx')).TimelinePage
export const queuePage = async () => (await import('../review/queue-page.tsx')).QueuePage
export const planPage = async () => (await import('../mail/plan-page.tsx')).PlanPage
export const remindPage = async () => (await import('../mail/remind-page.tsx')).RemindPage
export const unreachablePage = async () => (await import('../mail/unreachable-page.tsx')).UnreachablePage
