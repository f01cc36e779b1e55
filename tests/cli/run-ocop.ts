import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '../../src/index.js'
import { languageOf } from '../../src/cli/language.js'
import { runCli } from '../../src/cli/run-cli.js'

export interface Outcome {
  readonly exitCode: number
  /** What was printed as the result. */
  readonly out: string
  /** What was told about the work. */
  readonly told: string
  /** What the progress line showed, one after the other. */
  readonly progress: readonly string[]
}

/** A folder in which `ocop` runs, as from a shell that stands there. */
export class Shell {
  private constructor(readonly folder: string) {}

  static async open(): Promise<Shell> {
    return new Shell(await mkdtemp(join(tmpdir(), 'ocop-cli-')))
  }

  /** Runs `ocop` with the real data folder, files and exit code; only its screen is caught. */
  async ocop(argv: readonly string[], env: NodeJS.ProcessEnv = { LANG: 'en_US.UTF-8' }): Promise<Outcome> {
    const out: string[] = []
    const told: string[] = []
    const progress: string[] = []
    const language: Language = languageOf(argv, env)
    const terminal = {
      language,
      print: (line: string) => out.push(line),
      tell: (line: string) => told.push(line),
      progress: (line: string | null) => progress.push(line ?? ''),
    }
    const exitCode = await runCli(argv, terminal, env, this.folder)
    return { exitCode, out: out.join('\n'), told: told.join('\n'), progress }
  }

  async write(name: string, content: string | Buffer): Promise<string> {
    await writeFile(join(this.folder, name), content)
    return name
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true })
  }
}
