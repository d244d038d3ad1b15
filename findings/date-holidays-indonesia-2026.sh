#!/usr/bin/env bash
# date-holidays 3.37.0 (npm), Indonesia, 2026.
# Source to compare with: the joint decree (SKB 3 Menteri 1497, 2 and 5 of 2025): 16 January is Isra Mikraj, Idul Fitri is 21 and 22 March, 25 August is
# Maulid; cuti bersama are 16 February, 18, 20, 23 and 24 March, 15 May, 28 May and 24 December.
# Seen: Idul Fitri on 20 and 21 March, no 22 March; none of the other seven days of cuti bersama; 16 January is named Maulid Nabi Muhammad, as 25 August is.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund date-holidays@3.37.0
cat > look.cjs <<'JS'
const Holidays = require('date-holidays')
const days = new Map(new Holidays('ID').getHolidays(2026).map((h) => [h.date.slice(0, 10), h.name]))
const jointLeave = ['2026-02-16', '2026-03-18', '2026-03-23', '2026-03-24', '2026-05-15', '2026-05-28', '2026-12-24']
console.log('Idul Fitri:', [...days].filter(([, name]) => /Idul Fitri/.test(name)).map(([day]) => day).join(', '))
console.log('joint leave that is known:', jointLeave.filter((day) => days.has(day)).join(', ') || 'none of 7')
console.log('16 January:', days.get('2026-01-16'), '| 25 August:', days.get('2026-08-25'))
if (days.has('2026-03-22') || !/Idul Fitri/.test(days.get('2026-03-20') ?? '')) throw new Error('Idul Fitri moved')
if (jointLeave.some((day) => days.has(day))) throw new Error('joint leave is known now')
if (days.get('2026-01-16') !== days.get('2026-08-25')) throw new Error('16 January has another name now')
JS
TZ=Asia/Makassar node look.cjs && echo "as seen"
