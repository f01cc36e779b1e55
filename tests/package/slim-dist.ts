import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { DIST, pruneTypes } from './prune-types.js'

const SETTINGS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  removeComments: true,
}
/** Is written small as it is bundled. */
const BUNDLED = 'search/browser-entry.js'

/**
 * Takes the comments out of the programs of `dist`: whoever reads them finds them in the types and in the sources. The
 * compiler itself does so, which leaves `export` where it stands; esbuild gathers all names anew at the end of a file.
 */
function dropComments(): void {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js') || name === BUNDLED) continue
    const file = path.join(DIST, name)
    const code = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: SETTINGS }).outputText
    // In one step, since other tests may be running what lies there.
    writeFileSync(`${file}.slim`, code)
    renameSync(`${file}.slim`, file)
  }
}

/** Indents types by tabs: they are deep, and no text in them runs over several lines. */
function indentTypes(): void {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const file = path.join(DIST, name)
    const types = readFileSync(file, 'utf8').replace(/^(?: {4})+/gm, (blanks) => '\t'.repeat(blanks.length / 4))
    writeFileSync(`${file}.slim`, types)
    renameSync(`${file}.slim`, file)
  }
}

/** Leaves in `dist` what the package needs: types that can be reached, programs without comments. */
export function slimDist(): void {
  pruneTypes()
  dropComments()
  indentTypes()
}

if (process.argv[1] === import.meta.filename) slimDist()
