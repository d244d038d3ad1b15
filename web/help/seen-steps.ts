/** The roles whose first steps were seen in this browser. Where it keeps nothing, they are not shown at all rather than always. */
const key = 'lengkap-langkah'

function roles(): readonly string[] | undefined {
  try {
    return (localStorage.getItem(key) ?? '').split(',')
  } catch {
    return undefined
  }
}

export function sawSteps(role: string): boolean {
  return roles()?.includes(role) ?? true
}

export function remember(role: string): void {
  try {
    localStorage.setItem(key, [...new Set([...(roles() ?? []), role])].filter((each) => each !== '').join(','))
  } catch {
    // Shown again, then.
  }
}
