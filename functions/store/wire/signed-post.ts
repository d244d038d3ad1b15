/** One signed POST of JSON to a service of AWS, or to what answers as one: one attempt, and what is known of its end. */
import { type Agent, type IncomingHttpHeaders, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import aws4 from 'aws4'

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }

export type Place = {
  url: URL
  /** As its signatures name it. */
  service: 'dynamodb' | 'sqs'
  region: string
  /** Without them those of the environment, looked up at each call. */
  credentials?: Credentials
  /** Keeps connections; without one each call has its own. */
  agent?: Agent
  connectionMs: number
  /** From the call to the end of the answer. */
  answerMs: number
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

/**
 * `date`: of the signature, when it is not this machine's, as `20260213T010000Z`. Rejects when there is no whole answer: `TimeoutError`, or the
 * socket's error with its code.
 */
export function signedPost(place: Place, target: string, body: string, date?: string): Promise<Answer> {
  const { url, service, region, credentials, agent, connectionMs, answerMs } = place
  const { headers } = aws4.sign(
    {
      service,
      region,
      method: 'POST',
      path: url.pathname,
      headers: {
        Host: url.host,
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': target,
        ...(date !== undefined && { 'X-Amz-Date': date }),
        'User-Agent': 'lengkap',
      },
      body,
    },
    credentials,
  )
  return new Promise((resolve, reject) => {
    const post = url.protocol === 'https:' ? overHttps : overHttp
    const { hostname, port, pathname: path } = url
    const call = post({ hostname, port, path, method: 'POST', headers, agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => {
        text += piece
      })
      answer.once('end', () => {
        clearTimeout(late)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
      })
      // Cut before its end.
      answer.on('error', end)
    })
    const end = (error: Error) => {
      clearTimeout(late)
      reject(error)
      call.destroy()
    }
    const late = setTimeout(() => end(timeOut(`no answer in ${answerMs} ms`)), answerMs)
    call.on('error', end)
    call.once('socket', (socket) => {
      if (!socket.connecting) return
      const slow = setTimeout(() => end(timeOut(`no connection in ${connectionMs} ms`)), connectionMs)
      const over = () => clearTimeout(slow)
      socket.once('connect', over).once('close', over)
    })
    call.end(body)
  })
}

function timeOut(message: string): Error {
  return Object.assign(new Error(message), { name: 'TimeoutError' })
}
