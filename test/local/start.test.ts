/** `npm start` as a stranger meets it: soon ready, ended by Ctrl-C, the data kept; and one clear line when it cannot. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

/** Seconds. CI's machine may be a slow one, and busy. */
const soon = process.env.CI ? 30 : 10
const home = mkdtempSync(join(tmpdir(), 'lengkap-start-'))
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

function start(env: Record<string, string>, ...args: string[]): Started {
  const child = spawn(process.execPath, ['local/start.mjs', ...args], {
    env: { ...process.env, PORT: '0', DYNAMODB_PORT: '0', INBOX_PORT: '0', DATA_DIR: join(home, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return { child, said: () => text, ended }
}

async function ready({ said, ended }: Started): Promise<{ site: string; inbox: string; seconds: number }> {
  const begun = performance.now()
  let over = false
  void ended.then(() => (over = true))
  while (!/Ctrl-C/.test(said())) {
    if (over || performance.now() - begun > 60_000) throw new Error(`it did not start: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const address = (label: string) => new RegExp(`${label}\\s+(http://\\S+)`).exec(said())?.[1] ?? ''
  return { site: address('page'), inbox: address('inbox'), seconds: (performance.now() - begun) / 1_000 }
}

async function openings(inbox: string): Promise<number> {
  const mails = (await (await fetch(`${inbox}/messages`)).json()) as { subject: string }[]
  return mails.filter(({ subject }) => subject.startsWith('Pengisian dibuka')).length
}

describe('npm start', () => {
  it('is soon ready, says where and how to sign in, stops at Ctrl-C, and a second start keeps the data', async () => {
    const first = start({})
    const { site, inbox } = await ready(first)
    expect(first.said()).toContain('koordinator@bappeda.example')
    expect((await fetch(`${site}/api/health`)).status).toBe(200)
    expect(await (await fetch(site)).text()).toContain('<title>')
    const sent = await openings(inbox)
    expect(sent).toBe(34)
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    const second = start({})
    const again = await ready(second)
    expect(await openings(again.inbox)).toBe(sent)
    // What the first one built.
    expect(second.said()).not.toContain('Preparing')
    expect(again.seconds).toBeLessThan(soon)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  }, 90_000)

  it('on the machine’s clock dates a round around today', async () => {
    const started = start({ DATA_DIR: join(home, 'real') }, '--clock=real')
    const { inbox } = await ready(started)
    expect(await openings(inbox)).toBe(34)
    started.child.kill('SIGTERM')
    expect(await started.ended).toBe(0)
  }, 60_000)

  it('refuses a taken port, a broken DATA_DIR and a wrong LENGKAP_NOW with one line that says what to do', async () => {
    const taken = createServer().listen(0, 'localhost')
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    const file = join(home, 'a-file')
    writeFileSync(file, '')
    const attempts: { env: Record<string, string>; words: RegExp }[] = [
      { env: { PORT: port }, words: /Port \d+ is taken: .*PORT/ },
      { env: { INBOX_PORT: port }, words: /Port \d+ is taken: .*INBOX_PORT/ },
      { env: { DATA_DIR: file }, words: /DATA_DIR .* cannot be used/ },
      { env: { LENGKAP_NOW: 'kemarin' }, words: /LENGKAP_NOW must be an instant/ },
    ]
    for (const { env, words } of attempts) {
      const refused = start({ DATA_DIR: join(home, 'other'), ...env })
      expect(await refused.ended).toBe(1)
      expect(refused.said()).toMatch(words)
      expect(refused.said().trim().split('\n')).toHaveLength(1)
    }
    taken.close()
  }, 60_000)
})
