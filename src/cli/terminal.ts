import type { Language } from '../catalog/text.js'

/** Where a command writes, and in which language. */
export interface Terminal {
  readonly language: Language
  /** A line of the result. */
  print(line: string): void
  /** A line about the work itself, apart from the result. */
  tell(line: string): void
  /** Replaces the progress line on a screen, null takes it away; nothing where nobody watches. */
  progress(line: string | null): void
}

const ERASE_LINE = '\r\u001B[2K'

export function processTerminal(language: Language): Terminal {
  const { stdout, stderr } = process
  // A reader may have seen enough (`ocop export products | head`): the work goes on, unheard.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  return {
    language,
    print: (line) => stdout.write(`${line}\n`),
    tell: (line) => stderr.write(`${line}\n`),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(ERASE_LINE + (line ?? ''))
    },
  }
}
