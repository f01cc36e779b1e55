import { writeFileSync } from 'node:fs'
import { recordDocs } from './record-docs.js'

writeFileSync(new URL('../../docs/records.md', import.meta.url), recordDocs())
