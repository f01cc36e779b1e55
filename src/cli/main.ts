#!/usr/bin/env node
import { keepYoungSmall } from './keep-heap-small.js'
import { loadAtOnce } from './load-at-once.js'

keepYoungSmall()
// Imported above, each of its files would be waited for by itself.
loadAtOnce(new URL('./run-cli.js', import.meta.url))
const { languageOf } = await import('./language.js')
const { runCli } = await import('./run-cli.js')
const { processTerminal } = await import('./terminal.js')

const argv = process.argv.slice(2)
process.exitCode = await runCli(argv, processTerminal(languageOf(argv, process.env)), process.env, process.cwd())
