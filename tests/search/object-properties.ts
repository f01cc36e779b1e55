import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** By kind of object that some files make or are handed: the names of its properties, as the compiler knows them. */
export function propertiesOfObjects(files: readonly string[]): string[][] {
  const paths = files.map((file) => ROOT + file)
  const program = ts.createProgram(paths, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
  })
  const checker = program.getTypeChecker()
  const seen = new Set<ts.Type>()
  const found = new Map<string, string[]>()
  const take = (type: ts.Type): void => {
    if (seen.has(type)) return
    seen.add(type)
    if (type.isUnion()) {
      type.types.forEach(take)
      return
    }
    const names = checker.getPropertiesOfType(type).map(({ name }) => name)
    found.set(names.sort().join(' '), names)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isExpression(node) || ts.isTypeNode(node) || ts.isDeclarationStatement(node))
      take(checker.getTypeAtLocation(node))
    ts.forEachChild(node, visit)
  }
  for (const source of program.getSourceFiles()) if (paths.includes(source.fileName)) visit(source)
  return [...found.values()]
}
