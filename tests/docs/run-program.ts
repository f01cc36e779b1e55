import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { transform } from 'esbuild'
import type { Program } from './blocks.js'

export interface RunningProgram {
  /** The address at which its server listens; null when it has none. */
  readonly origin: string | null
  /** All that it wrote. */
  readonly output: () => string
  readonly stop: () => void
}

/** Writes a program as a file that Node runs: types are taken out, nothing else is changed. */
export async function writeProgram(program: Program, folder: string, name: string): Promise<string> {
  const file = path.join(folder, `${name}.${program.language === 'cjs' ? 'cjs' : 'mjs'}`)
  const { code } = program.language === 'ts' ? await transform(program.code, { loader: 'ts', format: 'esm' }) : program
  await writeFile(file, code)
  return file
}

interface Said {
  readonly listening?: number
  readonly done?: boolean
}

const readSaid = (output: string): Said[] =>
  output
    .split('\n')
    .filter((line) => /^\{"(listening|done)":/.test(line))
    .map((line) => JSON.parse(line) as Said)

/**
 * Runs a program in a folder: until its server listens and it has done what it does at first, or without a server to its
 * end.
 *
 * @throws {Error} with all that the program wrote, when it fails.
 */
export function runProgram(file: string, folder: string, hasServer: boolean): Promise<RunningProgram> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'run-program.mjs'), file], { cwd: folder })
  let output = ''
  const stop = (): void => void child.kill('SIGKILL')
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      const said = readSaid(output)
      const port = said.find(({ listening }) => listening !== undefined)?.listening
      if (hasServer && port !== undefined && said.some(({ done }) => done))
        resolve({ origin: `http://127.0.0.1:${port}`, output: () => output, stop })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`ended with ${code}:\n${output}`))
      else if (!hasServer) resolve({ origin: null, output: () => output, stop })
    })
  })
}
