import path from 'node:path'
import { rm } from 'node:fs/promises'
import { Application, TSConfigReader } from 'typedoc'
import { writeSite } from './write-site.js'

/** `npm run docs`: the docs and the API reference as a site in the folder `site`. */
const ROOT = path.resolve(import.meta.dirname, '../..')
const folder = path.join(ROOT, 'site')

await rm(folder, { recursive: true, force: true })
const pages = await writeSite(folder)
const app = await Application.bootstrap(
  {
    name: 'ocop-catalog',
    entryPoints: [
      'index',
      'storefront/index',
      'search/entry',
      'store/postgres/index',
      'client/client',
      'testing/index',
    ].map((name) => path.join(ROOT, 'src', `${name}.ts`)),
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    readme: 'none',
    disableSources: true,
    excludeInternal: true,
  },
  [new TSConfigReader()],
)
const project = await app.convert()
if (!project) throw new Error('typedoc found nothing to describe')
await app.generateDocs(project, path.join(folder, 'api'))
console.log(`${pages.length} pages and the API reference: ${folder}/index.html`)
