/** Signs somebody in at the running system as they would do it, with the code from the inbox. Only for the gallery. */
import { codeFor, mailsTo } from '../journeys/visitor.ts'
import type { Behind } from './gallery.ts'

/** The cookies that the system set. */
export async function signInAs({ siteUrl, inboxUrl }: Behind, email: string): Promise<string[]> {
  const cookies: string[] = []
  const post = async (path: string, body: object) => {
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
    const headers = { origin: siteUrl, 'content-type': 'application/json', cookie }
    const response = await fetch(siteUrl + path, { method: 'POST', headers, body: JSON.stringify(body) })
    cookies.push(...response.headers.getSetCookie())
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }
  const before = await mailsTo({ inboxUrl }, email)
  await post('/api/sign-in', { email })
  await post('/api/sign-in/verify', { code: await codeFor({ inboxUrl }, email, before) })
  return cookies
}
