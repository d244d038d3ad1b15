/**
 * The inbox: the JSON that tests and people's tools rely on, pages in which no mail can run a script, and nothing lost by
 * a restart or a kill -9.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { composed, recordIn, sendMail, sendRaw, sesClient, startSes, tempDir } from './ses-support.ts'

const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'><b>'

test('GET /messages answers the promised shape, oldest first, decoded', async () => {
  const ses = await startSes()
  const first = await sendMail(
    ses,
    {
      subject: 'Sisa 3 hari kerja — Aksi 3A, “penandaan”',
      text: 'Kode: 1234 5678\n',
      html: '<p>Kode: <b>1234 5678</b></p>',
      headers: { 'X-Notification-Id': 'N1' },
      attachments: [{ filename: 'bukti.csv', content: 'a;b\n', contentType: 'text/csv' }],
    },
    { Tags: [{ Name: 'nid', Value: 'N1' }] },
  )
  const second = await sendMail(ses, { to: 'Kepala Dinas <kepala@dinsos.example>' })
  const answer = await fetch(`${ses.emulator.url}/messages`)
  const messages = await answer.json()
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(messages.map((message: { id: string }) => message.id)).toEqual([first, second])
  expect(messages[0]).toMatchObject({
    id: first,
    at: '2026-02-10T01:00:00.000Z',
    from: 'Lengkap <pengingat@lengkap.example>',
    to: ['operator@dlhk.example'],
    subject: 'Sisa 3 hari kerja — Aksi 3A, “penandaan”',
    text: 'Kode: 1234 5678',
    html: '<p>Kode: <b>1234 5678</b></p>',
    headers: { 'x-notification-id': 'N1' },
    tags: { nid: 'N1' },
    attachments: [{ name: 'bukti.csv', type: 'text/csv', size: 4 }],
  })
  expect(messages[1].to).toEqual(['kepala@dinsos.example'])
  expect(await (await fetch(`${ses.emulator.url}/messages?to=dinsos`)).json()).toHaveLength(1)
  expect(await (await fetch(`${ses.emulator.url}/messages/${second}`)).json()).toMatchObject({ id: second })
  expect((await fetch(`${ses.emulator.url}/messages/tidak-ada`)).status).toBe(404)
})

test('the raw message is byte for byte what was sent', async () => {
  const ses = await startSes()
  const raw = await composed({ text: 'Baris satu\r\nBaris dua é' })
  const id = await sendRaw(ses, raw)
  const answer = await fetch(`${ses.emulator.url}/messages/${id}/raw`)
  expect(Buffer.from(await answer.arrayBuffer()).equals(raw)).toBe(true)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a moved-back clock does not disturb the order, and at is the rehearsal clock', async () => {
  let now = new Date('2026-02-13T08:00:00Z')
  const ses = await startSes({ clock: () => now })
  await sendMail(ses)
  now = new Date('2026-02-10T08:00:00Z')
  await sendMail(ses)
  expect(ses.emulator.messages().map((message) => message.at)).toEqual([
    '2026-02-13T08:00:00.000Z',
    '2026-02-10T08:00:00.000Z',
  ])
})

test("a mail's HTML is served only behind a sandbox that runs no script and asks for nothing", async () => {
  const ses = await startSes()
  const id = await sendMail(ses, { html: `<html><head><title>x</title></head><body>${hostile}</body></html>` })
  const answer = await fetch(`${ses.emulator.url}/messages/${id}/html`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox;/)
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/)
  expect(policy).toContain("default-src 'none'")
  const page = await (await fetch(`${ses.emulator.url}/view/${id}?bagian=html`)).text()
  expect(page).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/)
  expect(page).not.toContain('<img')
})

test('nothing a mail says becomes markup on a page, and pages allow no inline script', async () => {
  const ses = await startSes()
  const id = await sendMail(ses, {
    subject: hostile,
    text: `${hostile} https://lengkap.example/a"onclick=x`,
    headers: { 'X-Uji': hostile },
  })
  for (const path of [
    '/',
    `/?q=${encodeURIComponent(hostile)}`,
    `/?to=${encodeURIComponent('"><script>')}`,
    `/view/${id}?bagian=teks`,
    `/view/${id}?bagian=kepala`,
    `/view/${id}`,
  ]) {
    const answer = await fetch(ses.emulator.url + path)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; style-src 'self'; script-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
    const page = await answer.text()
    expect(page, path).not.toMatch(/<img|<script>|<b>|"onclick|onerror=alert\(1\)>/)
    expect(answer.status).toBe(200)
  }
})

test('the list says sender, recipient, subject, WITA time and state, newest first, and filters', async () => {
  const ses = await startSes({ clock: () => new Date('2026-02-09T17:05:00Z') })
  await sendMail(ses, { subject: 'Pertama' })
  await sendMail(ses, { subject: 'Kedua', to: 'bounce@simulator.amazonses.com' })
  await sendMail(ses, { subject: 'Ketiga', to: 'complaint@simulator.amazonses.com' })
  const page = await (await fetch(ses.emulator.url)).text()
  expect(page).toContain('Selasa, 10 Februari 2026')
  expect(page).toContain('01.05 WITA')
  expect(page).toContain('operator@dlhk.example')
  expect(page).toContain('Lengkap &lt;pengingat@lengkap.example&gt;')
  expect(page.match(/Terkirim|Terpental|Keluhan/g)).toEqual(['Keluhan', 'Terpental', 'Terkirim'])
  expect(page.indexOf('Ketiga')).toBeLessThan(page.indexOf('Pertama'))
  const filtered = await (await fetch(`${ses.emulator.url}/?to=bounce`)).text()
  expect(filtered).toContain('Kedua')
  expect(filtered).not.toContain('Pertama')
})

test('there is no way to delete a message', async () => {
  const ses = await startSes()
  const id = await sendMail(ses)
  expect((await fetch(`${ses.emulator.url}/messages`, { method: 'DELETE' })).status).toBe(405)
  expect((await fetch(`${ses.emulator.url}/messages/${id}`, { method: 'DELETE' })).status).toBe(405)
  expect(ses.emulator.messages()).toHaveLength(1)
})

test('a restart keeps every message, its order and its raw bytes, and forgets half-written ones', async () => {
  const first = await startSes()
  for (let n = 0; n < 12; n++) await sendMail(first, { subject: `Surat ${n}` })
  const before = first.emulator.messages()
  await first.emulator.close()
  await writeFile(join(first.dataDir, 'messages', '000000013-x.json.writing'), '{"seq":13,')
  const second = await startSes({ dataDir: first.dataDir })
  expect(second.emulator.messages()).toEqual(before)
  await sendMail(second, { subject: 'Surat 12' })
  expect(second.emulator.messages().map((message) => message.subject)).toEqual(
    Array.from({ length: 13 }, (_, n) => `Surat ${n}`),
  )
  expect((await readdir(join(first.dataDir, 'messages'))).filter((name) => name.endsWith('.writing'))).toEqual([])
})

test('a kill -9 in the middle of sending loses no answered message and no event', async () => {
  const dataDir = await tempDir()
  const entry = fileURLToPath(new URL('ses-process.ts', import.meta.url))
  const child = fork(entry, [dataDir], { execArgv: ['--import', 'tsx'] })
  const [port] = await once(child, 'message')
  const client = sesClient(`http://127.0.0.1:${port}`)
  const answered: string[] = []
  const killed = once(child, 'exit')
  const sendUntilDead = async () => {
    for (;;) {
      answered.push(await sendMail({ client, dataDir, events: [], emulator: Object.create(null) }))
      if (answered.length === 20) child.kill('SIGKILL')
    }
  }
  await Promise.allSettled(Array.from({ length: 4 }, sendUntilDead))
  await killed
  const eventsOf = new Map<string, string[]>()
  const after = await startSes({
    dataDir,
    onEvent: async (event) => {
      const { eventType, mail } = recordIn(event)
      eventsOf.set(mail.messageId, [...(eventsOf.get(mail.messageId) ?? []), eventType])
    },
  })
  await after.emulator.eventsSettled()
  const kept = new Set(after.emulator.messages().map((message) => message.id))
  expect(answered.length).toBeGreaterThanOrEqual(20)
  expect(answered.filter((id) => !kept.has(id))).toEqual([])
  for (const id of kept) expect(eventsOf.get(id)?.sort()).toEqual(['Delivery', 'Send'])
})

test('a taken port and an unusable directory are told by their code', async () => {
  const ses = await startSes()
  await expect(startSes({ port: ses.emulator.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port: ses.emulator.port,
  })
  const file = join(await tempDir(), 'berkas')
  await writeFile(file, '')
  await expect(startSes({ dataDir: file })).rejects.toMatchObject({ code: /ENOTDIR|EEXIST/ })
})
