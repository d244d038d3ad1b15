/** Is a stored text what its type stores? The page asks this of each cell that it shows, so it stands apart from what reads. */

/** `YYYY-MM-DD` that is a day of the calendar; 30 February is none. */
export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

export function isRealTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** `+62` with a mobile or a land line's number, or another country's. */
export function isRealPhone(text: string): boolean {
  return /^\+62(8\d{8,11}|[2-79]\d{6,10})$/.test(text) || (/^\+[1-9]\d{6,14}$/.test(text) && !text.startsWith('+62'))
}
