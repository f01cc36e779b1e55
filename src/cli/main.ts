#!/usr/bin/env node
import { languageOf } from './language.js'
import { runCli } from './run-cli.js'
import { processTerminal } from './terminal.js'

const argv = process.argv.slice(2)
process.exitCode = await runCli(argv, processTerminal(languageOf(argv, process.env)), process.env, process.cwd())
