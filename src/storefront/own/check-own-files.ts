import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { optionFault, refuseOptions } from '../../catalog/option-rules.js'

/** Paths of all files below a folder, with `/` on every system; what begins with a dot is no file of the site. */
const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((path) => !/(?:^|\/)\./.test(path))
    .sort()

/** Files of `assets` that the site serves, and notes for whoever tends the folder. */
const TAKEN = /^assets\/(?:[^/]+|css\/[^/]+\.css|js\/[^/]+\.js)$|(?:^|\/)README(?:\.\w+)?$/i

/** The templates that one includes, as paths: `include('/partials/own')`. */
const includedIn = (template: string): string[] =>
  [...template.matchAll(/\binclude\(\s*['"`]\/?([^'"`]+?)(?:\.ejs)?['"`]/g)].map(([, name = '']) => `${name}.ejs`)

/** What may have been meant: the views of the same name elsewhere, or else those of the same folder. */
function hintFor(path: string, views: readonly string[]): { vi: string; en: string } {
  if (path.startsWith('assets/'))
    return {
      vi: 'kiểu là “assets/css/….css”, kịch bản là “assets/js/….js”, còn lại nằm trong “assets”',
      en: 'styles are “assets/css/….css”, scripts “assets/js/….js”, the rest lies in “assets”',
    }
  const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)]
  const same = views.filter((view) => view.endsWith(`/${name}`))
  const near = same.length > 0 ? same : views.filter((view) => view.startsWith(folder))
  const names = near.slice(0, 60).join(', ')
  return { vi: `có ${names}`, en: `there ${near.length === 1 ? 'is' : 'are'} ${names}` }
}

/**
 * Checks that each file of a site's own folder of views is used: it stands in for one of the package's, is included by
 * another of the folder, or is a file of `assets`.
 *
 * @throws {CatalogError} `INVALID_OPTIONS` naming each file that nothing would ever show, and what may have been meant.
 */
export function checkOwnFiles(own: string, given: string): void {
  const views = listFiles(given).filter((path) => path.endsWith('.ejs'))
  const files = listFiles(own)
  const templates = files.filter((path) => path.endsWith('.ejs'))
  const used = new Set([...views, ...templates.flatMap((path) => includedIn(readFileSync(join(own, path), 'utf8')))])
  const faults = files
    .filter((path) => !used.has(path) && !TAKEN.test(path))
    .map((path) => {
      const hint = hintFor(path, views)
      return optionFault(
        'views',
        `“${path}” không thay tệp nào của gói, và không mẫu nào gọi tới nó; ${hint.vi}.`,
        `“${path}” stands in for no view of the package, and no template includes it; ${hint.en}.`,
      )
    })
  if (faults.length > 0) throw refuseOptions('createStorefront', ...faults)
}
