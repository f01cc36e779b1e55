import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { createCatalog } from '../../src/index.js'
import { buildHalfYear2024, HALF_YEAR } from './half-year-2024.js'

/** `npm run half-year-2024 -- FOLDER`: writes the two provinces' half-year into an empty folder, to report on and to open. */
const folder = process.argv[2] ?? ''
if (folder === '' || (existsSync(folder) && readdirSync(folder).length > 0)) {
  console.error('Name a folder that is empty or not there yet: npm run half-year-2024 -- /tmp/half-year')
  process.exit(2)
}

/** Stands on every page and report, since what the reports do not say is made up here. */
const NAME = {
  vi: 'Ví dụ: số liệu của các tỉnh khác là giả định',
  en: 'Example: figures of other provinces are made up',
}

const catalog = await createCatalog({ folder })
await buildHalfYear2024(catalog)
await catalog.close()
await writeFile(join(folder, 'site.json'), JSON.stringify({ name: NAME }))
console.log(`Written. Now for example:
  npx ocop report coverage --period ${HALF_YEAR} --province "Long An" --as then --data ${folder}
  npx ocop report ranking --period ${HALF_YEAR} --province "Đắk Lắk" --as then --data ${folder}
  OCOP_DATA=${folder} npm start      and open /figures?period=${HALF_YEAR}&province=long-an`)
