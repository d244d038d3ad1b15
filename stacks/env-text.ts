/** What settings are read from. */
export type Env = Record<string, string | undefined>

export const domainPattern = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/** Blank is as good as not there. */
export function text(env: Env, name: string): string | undefined {
  return env[name]?.trim() || undefined
}
