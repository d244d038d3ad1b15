/** In the tests of the stacks each front door is bundled once in a run, not once for each stage that is synthesized. */
import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, vi } from 'vitest'

vi.mock('../../stacks/bundle-door.ts', async (original) => {
  const { bundleDoor } = await original<typeof import('../../stacks/bundle-door.ts')>()
  return {
    bundleDoor: (handler: string) => {
      const kept = join(inject('syntheses'), handler.replaceAll('/', '-'))
      if (!existsSync(kept)) {
        const bundled = bundleDoor(handler)
        try {
          renameSync(bundled, kept)
        } catch {
          // Another worker was as quick.
          return bundled
        }
      }
      // Whoever asks for a bundle throws its folder away.
      const folder = mkdtempSync(join(tmpdir(), 'lengkap-bundle-'))
      cpSync(kept, folder, { recursive: true })
      return folder
    },
  }
})
