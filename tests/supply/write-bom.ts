import { toBom } from './bom.js'

process.stdout.write(`${JSON.stringify(toBom(), null, 2)}\n`)
