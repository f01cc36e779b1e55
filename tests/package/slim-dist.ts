import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import { DIST, pruneTypes } from './prune-types.js'

/** Takes the comments out of the programs of `dist`: whoever reads them finds them in the types and in the sources. */
function dropComments(): void {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue
    const file = path.join(DIST, name)
    const { code } = transformSync(readFileSync(file, 'utf8'), { format: 'esm', target: 'es2023', charset: 'utf8' })
    // In one step, since other tests may be running what lies there.
    writeFileSync(`${file}.slim`, code)
    renameSync(`${file}.slim`, file)
  }
}

/** Leaves in `dist` what the package needs: types that can be reached, programs without comments. */
export function slimDist(): void {
  pruneTypes()
  dropComments()
}

if (process.argv[1] === import.meta.filename) slimDist()
