/** A relay that speaks SMTP on a real socket, and answers as it is told: for what a mailer must understand. */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type Relay = { url: string; envelopes: string[]; messages: string[]; close: () => Promise<void> }

/** `answers`: by verb (`CONNECT`, `MAIL`, `RCPT`, `DATA`, `.`), a reply instead of the usual one; `hang` and `cut` instead of any. */
export async function startRelay(answers: Record<string, string> = {}): Promise<Relay> {
  const relay = { envelopes: [] as string[], messages: [] as string[] }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let data: string | undefined
    let buffer = ''
    const reply = (verb: string, usual: string) => {
      const told = answers[verb] ?? usual
      if (told === 'cut') return socket.destroy()
      if (told !== 'hang') socket.write(`${told}\r\n`)
    }
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1')
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        if (data !== undefined) {
          if (line !== '.') {
            data += `${line}\r\n`
            continue
          }
          relay.messages.push(data)
          data = undefined
          reply('.', '250 2.0.0 queued')
          continue
        }
        const [verb = ''] = line.toUpperCase().split(' ')
        if (verb === 'EHLO') reply('EHLO', '250-relay.example\r\n250 DSN')
        else if (verb === 'MAIL' || verb === 'RCPT') {
          relay.envelopes.push(line)
          reply(verb, '250 2.1.0 ok')
        } else if (verb === 'DATA') {
          if (!answers.DATA) data = ''
          reply('DATA', '354 go on')
        } else if (verb === 'QUIT') socket.end('221 bye\r\n')
        else reply(verb, '502 not known')
      }
    })
    reply('CONNECT', '220 relay.example')
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  return {
    ...relay,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
