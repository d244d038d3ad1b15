/** The order in which test files begin: the longest first, so that no worker is left alone with one at the end. */
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { secondsOf } from './durations.ts'

/** Files of a project follow each other, because those that share their modules share a worker; the one with the longest files comes first. */
const projects = ['alone', 'whole', 'parts', 'web', 'unit', 'last']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) =>
      1_000 * projects.indexOf(project.name) - secondsOf(relative(project.config.root, moduleId))
    const sorted = await super.sort(files)
    return sorted.sort(
      (a, b) => a.project.config.sequence.groupOrder - b.project.config.sequence.groupOrder || rank(a) - rank(b),
    )
  }
}
