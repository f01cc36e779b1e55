import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** One option as the sources state it. */
export interface Option {
  readonly name: string
  /** The function or file that takes it. */
  readonly where: string
  readonly meaning: string
  /** What holds without it; null where nothing is said. */
  readonly otherwise: string | null
  readonly isNeeded: boolean
}

const SOURCES = new URL('../../../src/', import.meta.url)

const parseSource = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(new URL(file, SOURCES), 'utf8'), ts.ScriptTarget.Latest, true)

function docOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const text = ts.getTextOfJSDocComment(doc?.comment) ?? ''
  return text
    .replace(/\{@link ([^}]+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Takes “Default: …”, a sentence of its own or in brackets, apart from the rest. */
export function splitDefault(text: string): { meaning: string; otherwise: string | null } {
  const found = /\(default: ([^)]+)\)|\bDefault: (.+?)\.(?=\s|$)/.exec(text)
  const meaning = found ? text.replace(found[0], '') : text
  return { meaning: meaning.replace(/\s+/g, ' ').trim(), otherwise: found?.[1] ?? found?.[2] ?? null }
}

function findNode<T extends ts.Node>(source: ts.SourceFile, test: (node: ts.Node) => node is T): T {
  let found: T | undefined
  const visit = (node: ts.Node): void => {
    if (found) return
    if (test(node)) found = node
    else ts.forEachChild(node, visit)
  }
  visit(source)
  if (!found) throw new Error(`not found in ${source.fileName}`)
  return found
}

/** The members of an interface of options. */
export function readInterface(where: string, file: string, name: string): Option[] {
  const source = parseSource(file)
  const { members } = findNode(
    source,
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === name,
  )
  return members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(source),
    where,
    ...splitDefault(docOf(member)),
    isNeeded: member.questionToken === undefined,
  }))
}

/** The fields of a schema of settings, `const SiteSettings = z.strictObject({ … })`. */
export function readSchema(where: string, file: string, name: string): Option[] {
  const source = parseSource(file)
  const schema = findNode(
    source,
    (node): node is ts.VariableDeclaration => ts.isVariableDeclaration(node) && node.name.getText(source) === name,
  )
  const call = schema.initializer
  const [fields] = call && ts.isCallExpression(call) ? call.arguments : []
  if (!fields || !ts.isObjectLiteralExpression(fields)) throw new Error(`${name} is no object of fields`)
  return fields.properties.filter(ts.isPropertyAssignment).map((field) => ({
    name: field.name.getText(source),
    where,
    ...splitDefault(docOf(field)),
    isNeeded: false,
  }))
}
