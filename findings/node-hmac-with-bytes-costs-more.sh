#!/usr/bin/env bash
# Node 24.21.0 (npm's `node`), `crypto.createHmac` with a key of bytes.
# Seen: with a Buffer as its key a call takes five times the processor time that it takes with a string or a KeyObject (13 against 2.3 microseconds), and
# the deeper the stack the more, for Node asks a native function whether the key is a KeyObject, which throws for any other object, and catches that error.
# Whoever signs each request with a derived key (AWS's signature 4) does it each time; `createSecretKey(bytes)` once avoids it.
# Source: `isKeyObject` in lib/internal/crypto/keys.js of that version.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund node@24.21.0
cat > hmac.mjs <<'JS'
import { createHmac, createSecretKey } from 'node:crypto'
const bytes = Buffer.alloc(32, 7)
function micros(key) {
  const sign = () => createHmac('sha256', key).update('abc').digest('hex')
  for (let i = 0; i < 5_000; i++) sign()
  const before = process.cpuUsage()
  for (let i = 0; i < 20_000; i++) sign()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 20_000
}
const [asBytes, asText, asKey] = [micros(bytes), micros('k'.repeat(32)), micros(createSecretKey(bytes))]
console.log(`microseconds: bytes ${asBytes.toFixed(1)}, text ${asText.toFixed(1)}, KeyObject ${asKey.toFixed(1)}`)
process.exit(asBytes > 2.5 * asText && asBytes > 2.5 * asKey ? 0 : 1)
JS
node_modules/node/bin/node hmac.mjs || { echo "it is otherwise now"; exit 1; }
echo "as seen"
