/** Being built. */
export function ReceiptPage() {
  return <section />
}
