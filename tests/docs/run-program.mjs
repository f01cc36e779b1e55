/**
 * Runs one program of the docs and says what comes of it, a line of JSON each: `{ listening: port }` for every server,
 * which gets a free port in place of the one that it asks for, and `{ done: true }` once the program has run.
 */
import { Server } from 'node:net'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const say = (what) => process.stdout.write(`\n${JSON.stringify(what)}\n`)
const { listen } = Server.prototype

Server.prototype.listen = function (where, ...more) {
  this.once('listening', () => say({ listening: this.address().port }))
  const anywhere = typeof where === 'object' && where !== null ? { ...where, port: 0, host: '127.0.0.1' } : 0
  return listen.call(this, anywhere, ...more)
}

const [, , program] = process.argv
if (program.endsWith('.cjs')) createRequire(import.meta.url)(program)
else await import(pathToFileURL(program).href)
say({ done: true })
