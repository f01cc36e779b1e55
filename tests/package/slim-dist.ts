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

/** The lines of a program that begin within a text of several lines: their blanks belong to the text. */
function linesInTexts(code: string): Set<number> {
  const lines = new Set<number>()
  const source = ts.createSourceFile('program.js', code, ts.ScriptTarget.ES2023)
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateLiteralToken(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
      const last = source.getLineAndCharacterOfPosition(node.end).line
      for (let line = first + 1; line <= last; line += 1) lines.add(line)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return lines
}

/** Indents programs and types by tabs, which is smaller: types are deep. */
function indentByTabs(): void {
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|d\.ts)$/.test(name) || name === BUNDLED) continue
    const file = path.join(DIST, name)
    const code = readFileSync(file, 'utf8')
    const inTexts = linesInTexts(code)
    const lines = code
      .split('\n')
      .map((line, at) =>
        inTexts.has(at) ? line : line.replace(/^(?: {4})+/, (blanks) => '\t'.repeat(blanks.length / 4)),
      )
    writeFileSync(`${file}.slim`, lines.join('\n'))
    renameSync(`${file}.slim`, file)
  }
}

/** Leaves in `dist` what the package needs: types that can be reached, programs without comments. */
export function slimDist(): void {
  pruneTypes()
  dropComments()
  indentByTabs()
}

if (process.argv[1] === import.meta.filename) slimDist()
