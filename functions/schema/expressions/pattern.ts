/** `regex()`: the whole text must match, as ODK Collect has it. Patterns are checked when a form is read, so each compiles here. */
const compiled = new Map<string, RegExp | undefined>()

/** Does the whole text match? A pattern that is none matches nothing. */
export function matchesWhole(text: string, pattern: string): boolean {
  if (!compiled.has(pattern)) {
    // A form has some dozens; this only bounds what a long-lived server could gather.
    if (compiled.size > 500) compiled.clear()
    compiled.set(pattern, compile(pattern))
  }
  return compiled.get(pattern)?.test(text) ?? false
}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return undefined
  }
}
