/** The few colours and the type of all mails. System fonts: a mail must not wait for a download on a weak network. */
export const fontFamily = "font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"

/** Every ink has at least 5:1 on white. */
export const colours = {
  ink: '#1b2026',
  muted: '#545d68',
  line: '#d5dae0',
  page: '#eef1f4',
  action: '#0f4c8c',
  noteInk: '#5a3d00',
  noteGround: '#fff4d6',
}
