/** What a round has brought, as a file; and whether a deployed system answers. */
import { writeFileSync } from 'node:fs'
import { type Command, neededWord, OpsError } from '../command.ts'

export const roundExport: Command = {
  name: 'round export',
  summary: 'Writes the results of a round as an Excel workbook',
  usage: 'REGION ROUND [--to=FILE] [--language=en]',
  details: ['The same workbook as on the page Hasil. The ids of rounds: region list.'],
  writes: false,
  options: { to: { type: 'string' }, language: { type: 'string' } },
  async run({ admin, words, options }) {
    const region = neededWord(words, 'The region', 'round export kota-kupang 3a-2026-2')
    const round = neededWord(words.slice(1), 'The round', 'round export kota-kupang 3a-2026-2')
    const file = typeof options.to === 'string' ? options.to : `${round}.xlsx`
    const language = options.language === 'en' ? 'en' : 'id'
    const made = (await admin.ask('round.export', { region, round, language })) as { base64: string; sheets: number }
    writeFileSync(file, Buffer.from(made.base64, 'base64'), { mode: 0o600 })
    return { lines: [`${file}: ${made.sheets} sheets.`], data: { file, sheets: made.sheets } }
  },
}

type About = { siteUrl: string; epoch: string; regions: number }

export const smoke: Command = {
  name: 'smoke',
  summary: 'After a deployment: does the function answer, the page come, and the system call itself healthy?',
  usage: '',
  details: ['Signs nobody in and writes nothing. It does not prove that mail arrives: sign in once for that.'],
  writes: false,
  async run({ admin }) {
    const about = (await admin.ask('system.about', {})) as About
    const page = await answerOf(about.siteUrl)
    const health = await answerOf(`${about.siteUrl}/api/health`)
    const isPage = page.status === 200 && /<html/i.test(page.text)
    const isHealthy = health.status === 200 && /"status":"ok"/.test(health.text)
    if (!isPage)
      throw new OpsError(
        `${about.siteUrl} does not show the page (${page.status})`,
        'Was npm run build run before the deployment?',
      )
    if (!isHealthy) {
      throw new OpsError(
        `The system does not call itself healthy: ${health.text.slice(0, 300)}`,
        'The run book in README says what each number means.',
      )
    }
    const lines = [`${about.siteUrl}: page and API answer, healthy; ${about.regions} regions, epoch ${about.epoch}.`]
    return { lines, data: { ...about, health: JSON.parse(health.text) as unknown } }
  },
}

async function answerOf(url: string): Promise<{ status: number; text: string }> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(15_000) })
    return { status: answer.status, text: await answer.text() }
  } catch (error) {
    throw new OpsError(
      `${url} does not answer: ${(error as Error).message}`,
      'Is the name set in DNS, and the stage deployed?',
    )
  }
}
