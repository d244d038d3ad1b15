/** Being built. */
export function FormPage() {
  return <section />
}
