import { CatalogError, issueText } from '../../../catalog/errors.js'
import { templateCsv } from '../../../exchange/import/template-csv.js'
import { formatCount, formatInstant } from '../../format.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { importJobsOf } from './import-jobs.js'
import { findImportKind, IMPORT_KINDS } from './kinds.js'

const PATH = '/office/imports'
const SHOWN = 50

function pastImports(visit: Visit) {
  const words = visit.messages.imports
  return visit.catalog.imports
    .list(personOf(visit))
    .slice(0, SHOWN)
    .map(({ id, kind, fileName, rows, by, at, undone }) => ({
      id,
      kind: words.kinds[kind],
      fileName,
      rows: words.rows(formatCount(rows, visit.language)),
      by: words.by(by.name, formatInstant(at)),
      undone: undone ? words.undone(undone.by.name, formatInstant(undone.at)) : null,
    }))
}

function importsPage(problems: readonly string[], title: string, visit: Visit): PageReply {
  const { messages, links } = visit
  const kinds = Object.keys(IMPORT_KINDS) as (keyof typeof IMPORT_KINDS)[]
  const view = {
    problems: problems.map((text) => ({ text, href: null })),
    problemTitle: title,
    kinds: kinds.map((kind) => ({
      kind,
      label: messages.imports.kinds[kind],
      template: links.to(`${PATH}/template.csv`, { kind }),
      isChosen: kind === (findImportKind(visit.form.get('kind')) ?? 'products'),
    })),
    past: pastImports(visit),
    again: visit.query.has('again') ? messages.imports.sendAgain : null,
  }
  return page('office/imports/imports', { title: messages.imports.title }, view, {
    status: problems.length > 0 ? 422 : 200,
  })
}

/** Where files are imported, and what was imported before. */
export const imports: Handler = (visit) => importsPage([], '', visit)

export const postImport: Handler = async (visit) => {
  const words = visit.messages.imports
  const kind = findImportKind(visit.form.get('kind'))
  const [file] = visit.files
  if (!file || !kind || file.bytes.length === 0) return importsPage([words.noFile], words.problems, visit)
  const facts = {
    kind,
    fileName:
      file.name
        .normalize('NFC')
        .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
        .trim()
        .slice(-200) || 'file',
    placesBefore2025: visit.form.get('placesBefore2025') === '1',
    columns: {},
  }
  const job = await importJobsOf(visit.catalog).start(personOf(visit), facts, file.bytes)
  return redirect(visit.links.to(`${PATH}/jobs/${job.id}`))
}

/** An empty file with the headings that an import understands. */
export const importTemplate: Handler = (visit) => {
  const kind = findImportKind(visit.query.get('kind'))
  if (!kind) throw notFound()
  return {
    kind: 'body',
    type: 'text/csv; charset=utf-8',
    body: templateCsv(IMPORT_KINDS[kind].columns, visit.language),
    headers: { 'content-disposition': `attachment; filename="mau-${kind}.csv"` },
  }
}

/** Takes an import back, or says of each record why that is no longer possible. */
export const postUndo: Handler = async (visit) => {
  try {
    await visit.catalog.imports.undo(personOf(visit), visit.params['id'] ?? '')
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    const reasons = error.issues.map((issue) => issueText(issue, visit.language))
    return importsPage(reasons.slice(0, SHOWN), visit.messages.imports.undoRefused, visit)
  }
  return redirect(visit.links.to(PATH))
}
