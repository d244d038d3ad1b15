/** What the verbs of signing in are given. */
import type { NoticeLedger } from '../notices/ledger/ledger.ts'
import type { Regions } from '../region/regions.ts'
import type { SecretBefore } from '../secrets/rotation.ts'
import type { SignInStore } from './sign-in-store.ts'

export type SignInPorts = {
  signIn: SignInStore
  regions: Regions
  notices: NoticeLedger
  /** Key of codes and of hashed addresses. */
  codeKey: string
  codeKeyBefore?: SecretBefore | undefined
  log: (entry: { level: 'warn'; message: string }) => void
}

/** What the browser is told after asking for a code: the same for known and unknown addresses. */
export type Sent = { sentAt: string; expiresAt: string; resendAfterSeconds: number | null }
