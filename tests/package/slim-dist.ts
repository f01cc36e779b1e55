import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DIST, pruneTypes } from './prune-types.js'

/** Indents types by tabs, which is smaller: they are deep. */
function indentTypes(): void {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const file = path.join(DIST, name)
    const code = readFileSync(file, 'utf8')
    // In one step, since other tests may be reading what lies there.
    writeFileSync(
      `${file}.slim`,
      code.replace(/^(?: {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4)),
    )
    renameSync(`${file}.slim`, file)
  }
}

/** Leaves in `dist` what the package needs: of the types those that can be reached, indented by tabs. */
export function slimDist(): void {
  pruneTypes()
  indentTypes()
}

if (process.argv[1] === import.meta.filename) slimDist()
