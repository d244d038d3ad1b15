/**
 * Starts each bundle as Lambda would: the file that the template names, with the variables that the template gives, and
 * nothing else of this machine. It finds what no type checker finds: a package that does not survive bundling, and a setting
 * that a function wants and its stack forgot.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Resource } from './synthesize.ts'

/** Answers the type of the export that the template names, or what went wrong. */
export function startBundle(outdir: string, { Properties }: Resource): string {
  const [, file, name] = /^(.*)\.(\w+)$/.exec(Properties.Handler) ?? []
  const bundle = join(outdir, `asset.${Properties.Code.S3Key.replace('.zip', '')}`, `${file}.cjs`)
  const script = `const door = await import(${JSON.stringify(pathToFileURL(bundle).href)})
process.stdout.write('\\n' + typeof door[${JSON.stringify(name)}])
process.exit(0)`
  try {
    const env = { ...variables(Properties.Environment.Variables), AWS_REGION: 'ap-southeast-3' }
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return said.slice(said.lastIndexOf('\n') + 1)
  } catch (error) {
    return String(error)
  }
}

/** What CloudFormation would have put in place of references: an address where one is due, else any long text. */
function variables(given: Record<string, unknown>): Record<string, string> {
  const filled = Object.entries(given).map(([name, value]) => {
    if (typeof value === 'string') return [name, value]
    return [name, name.endsWith('_URL') ? 'https://d111111abcdef8.cloudfront.net' : name.toLowerCase().repeat(8)]
  })
  return Object.fromEntries(filled)
}
