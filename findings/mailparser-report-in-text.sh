#!/usr/bin/env bash
# mailparser 3.14.2 and postal-mime 4.0.0 (npm) on a delivery report (RFC 3464) of three parts: text, message/delivery-status, message/rfc822.
# Seen: mailparser appends the message/delivery-status part to `text` and lists no such attachment, so its fields cannot be told from what somebody wrote;
# postal-mime keeps it as an attachment of its own type, and the text is the text.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund mailparser@3.14.2 postal-mime@4.0.0
cat > look.mjs <<'JS'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'

const report = [
  'From: mailer-daemon@mail.example', 'To: pengirim@kota.example', 'Subject: Undelivered', 'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="part"', '',
  '--part', 'Content-Type: text/plain', '', 'Your mail could not be delivered.', '',
  '--part', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mail.example', '',
  'Final-Recipient: rfc822; operator@dinas.example', 'Action: failed', 'Status: 5.1.1', '',
  '--part', 'Content-Type: message/rfc822', '', 'From: pengirim@kota.example', 'To: operator@dinas.example', 'Subject: Laporan', '', 'Isi',
  '--part--', '',
].join('\r\n')

const one = await simpleParser(report)
const other = await PostalMime.parse(report)
const seen = {
  mailparser: { textHasStatus: one.text.includes('Status: 5.1.1'), parts: one.attachments.map((a) => a.contentType) },
  postalMime: { textHasStatus: other.text.includes('Status: 5.1.1'), parts: other.attachments.map((a) => a.mimeType) },
}
console.log(JSON.stringify(seen, null, 2))
const expected = {
  mailparser: { textHasStatus: true, parts: ['message/rfc822'] },
  postalMime: { textHasStatus: false, parts: ['message/delivery-status', 'message/rfc822'] },
}
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error('they answer otherwise now')
JS
node look.mjs && echo "as seen"
