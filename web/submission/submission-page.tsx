/** Being built. */
export function SubmissionPage() {
  return <section />
}
