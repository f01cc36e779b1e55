import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Session } from './session.js'

/** Writes a result to the file that was named, or prints it where none was. */
export async function writeResult(
  content: string,
  file: string | undefined,
  { terminal, cwd }: Session,
): Promise<void> {
  if (file === undefined) terminal.print(content.trimEnd())
  else {
    await writeFile(resolve(cwd, file), content)
    terminal.tell(terminal.language === 'vi' ? `Đã ghi: ${file}` : `Written: ${file}`)
  }
}
