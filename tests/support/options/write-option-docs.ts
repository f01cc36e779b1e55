import { writeFileSync } from 'node:fs'
import { optionDocs } from './option-docs.js'

writeFileSync(new URL('../../../docs/options.md', import.meta.url), await optionDocs())
