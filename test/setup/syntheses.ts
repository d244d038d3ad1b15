/**
 * A folder for what the tests of the stacks make once in a run and share: bundles of front doors and synthesized stages
 * (test/stacks/synthesize.ts). It is gone with the run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    syntheses: string
  }
}

export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lengkap-syntheses-'))
  project.provide('syntheses', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
