/** Signs somebody in at the running system as they would do it, with the code from the inbox. Only for the gallery. */
import { codeIn, readInbox } from '../journeys/visitor.ts'
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
  const before = (await readInbox({ inboxUrl })).length
  await post('/api/sign-in', { email })
  for (let tries = 0; tries < 100; tries++) {
    const code = codeIn((await readInbox({ inboxUrl })).slice(before), email)
    if (code !== undefined) {
      await post('/api/sign-in/verify', { code })
      return cookies
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no code came to ${email}`)
}
