import ts from 'typescript'

const { SymbolFlags, TypeFormatFlags } = ts

/** Types by their names alone: where a file lies is no promise. */
const withoutPaths = (signature: string): string => signature.replace(/import\("[^"]*"\)\./g, '')

/** The kind of an exported name, with what a caller must match: parameters of a function, members of an interface. */
function describeExport(symbol: ts.Symbol, checker: ts.TypeChecker, source: ts.SourceFile): string {
  const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const type = target.flags & SymbolFlags.Value ? checker.getTypeOfSymbolAtLocation(target, source) : null
  const [call] = type?.getCallSignatures() ?? []
  if (call)
    return `function ${symbol.name}${withoutPaths(checker.signatureToString(call, source, TypeFormatFlags.NoTruncation))}`
  if (target.flags & SymbolFlags.Class) return `class ${symbol.name}`
  if (type) return target.flags & SymbolFlags.Type ? `schema and type ${symbol.name}` : `value ${symbol.name}`
  const members = checker.getDeclaredTypeOfSymbol(target).getProperties()
  const names = members.map(({ name, flags }) => (flags & SymbolFlags.Optional ? `${name}?` : name)).sort()
  return target.flags & SymbolFlags.Interface
    ? `interface ${symbol.name} { ${names.join(', ')} }`
    : `type ${symbol.name}`
}

/** What a subpath exports, one line for each name. */
export function listSurface(entries: Readonly<Record<string, string>>): string {
  const program = ts.createProgram(Object.values(entries), {
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
    skipLibCheck: true,
  })
  const checker = program.getTypeChecker()
  return Object.entries(entries)
    .map(([subpath, file]) => {
      const source = program.getSourceFile(file)
      const module = source && checker.getSymbolAtLocation(source)
      if (!module) throw new Error(`${file} is no module: build first`)
      const lines = checker.getExportsOfModule(module).map((symbol) => describeExport(symbol, checker, source))
      return `ocop-catalog${subpath.slice(1)}\n${lines
        .sort()
        .map((line) => `  ${line}\n`)
        .join('')}`
    })
    .join('\n')
}
