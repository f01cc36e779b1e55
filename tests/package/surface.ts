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

/** Names without a word on them: of the export itself, of what it can be asked, and of every part of the catalog. */
function listUnexplained(symbol: ts.Symbol, checker: ts.TypeChecker, folder: string): string[] {
  const target = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const isSilent = (one: ts.Symbol): boolean =>
    one.getDocumentationComment(checker).length === 0 && one.getJsDocTags(checker).length === 0
  const isOwn = ({ declarations = [] }: ts.Symbol): boolean =>
    declarations.some((declaration) => declaration.getSourceFile().fileName.startsWith(folder))
  const isAsked = (member: ts.Symbol): boolean =>
    symbol.name === 'Catalog' || checker.getTypeOfSymbol(member).getNonNullableType().getCallSignatures().length > 0
  const members =
    target.flags & (SymbolFlags.Interface | SymbolFlags.Class)
      ? checker.getDeclaredTypeOfSymbol(target).getProperties()
      : []
  return [
    ...(isSilent(target) ? [symbol.name] : []),
    ...members
      .filter((member) => isOwn(member) && isAsked(member) && isSilent(member))
      .map(({ name }) => `${symbol.name}.${name}`),
  ]
}

/** What each subpath exports, one line for each name, and which names have no docstring. */
export function readSurface(entries: Readonly<Record<string, string>>, folder: string) {
  const program = ts.createProgram(Object.values(entries), {
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
    skipLibCheck: true,
  })
  const checker = program.getTypeChecker()
  const modules = Object.entries(entries).map(([subpath, file]) => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${file} is no module: build first`)
    return { subpath, source, symbols: checker.getExportsOfModule(module) }
  })
  const surface = modules.map(({ subpath, source, symbols }) => {
    const lines = symbols.map((symbol) => describeExport(symbol, checker, source)).sort()
    return `ocop-catalog${subpath.slice(1)}\n${lines.map((line) => `  ${line}\n`).join('')}`
  })
  const unexplained = modules.flatMap(({ symbols }) =>
    symbols.flatMap((symbol) => listUnexplained(symbol, checker, folder)),
  )
  return { surface: surface.join('\n'), unexplained }
}
