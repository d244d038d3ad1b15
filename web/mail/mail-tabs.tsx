/** The mail pages beside each other, all of the round that the address names. Only who sees the whole region has more than the list. */
import { useLocation } from 'preact-iso'
import { me } from '../session/session.ts'
import { mailsOf } from '../shell/round-places.ts'
import { say } from '../wording/language.ts'
import { mailWording as words } from '../wording/mail-desk.ts'
import { MailServicePanel } from './mail-service-panel.tsx'

const tabs = [
  { href: '/surat', label: words.ledger, for: 'wide' },
  { href: '/surat/rencana', label: words.plan, for: 'wide' },
  { href: '/surat/ingatkan', label: words.remind, for: 'coordinator' },
  { href: '/surat/tidak-terjangkau', label: words.unreachable, for: 'wide' },
] as const

export function MailTabs() {
  const { path, query } = useLocation()
  const asked = query.putaran
  const within = (href: string) => {
    if (asked === undefined) return href
    return href === '/surat' ? mailsOf(asked) : `${href}?putaran=${encodeURIComponent(asked)}`
  }
  const role = me.value?.role
  if (role !== 'coordinator' && role !== 'viewer') return null
  return (
    <>
      <MailServicePanel />
      <nav class="tabs no-print" aria-label={say(words.sections)}>
        {tabs
          .filter((tab) => tab.for === 'wide' || role === 'coordinator')
          .map(({ href, label }) => (
            <a key={href} href={within(href)} aria-current={path === href ? 'page' : undefined}>
              {say(label)}
            </a>
          ))}
      </nav>
    </>
  )
}
