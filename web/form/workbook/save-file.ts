/** Hands a file that was fetched to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken it once the click is over; some take a moment longer.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
