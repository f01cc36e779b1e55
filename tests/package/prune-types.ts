import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const ROOT = path.resolve(import.meta.dirname, '../..')
export const DIST = path.join(ROOT, 'dist')

/** The files of types that somebody who imports the package can reach, as their compiler reads them. */
function listReachable(): ReadonlySet<string> {
  const { exports } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    exports: Record<string, { types: string } | string>
  }
  const entries = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? [] : [path.join(ROOT, target.types)],
  )
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, types: [] }
  return new Set(
    ts
      .createProgram(entries, options)
      .getSourceFiles()
      .map(({ fileName }) => path.resolve(fileName)),
  )
}

/** Takes from `dist` the types that nobody who imports the package can reach: four files of five. */
export function pruneTypes(): void {
  const reachable = listReachable()
  for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(DIST, name)
    if (name.endsWith('.d.ts') && !reachable.has(file)) rmSync(file)
  }
}
