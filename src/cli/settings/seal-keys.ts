import { readFile } from 'node:fs/promises'
import { isRandomSecret } from '../../access/secrets.js'
import { usageRefusal } from '../refusal.js'

const VARIABLE = 'OCOP_SEAL_KEYS'
const FILE = 'OCOP_SEAL_KEYS_FILE'

/**
 * The keys under which secrets are sealed: `OCOP_SEAL_KEYS`, separated by blanks, or the file that `OCOP_SEAL_KEYS_FILE`
 * names, one a line. The first one seals, the others open what was sealed before.
 *
 * @throws {Refusal} for a key that is short or no random text, a file that cannot be read, and both at once.
 */
export async function sealKeys(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const [text, file] = [env[VARIABLE], env[FILE]]
  if (text && file)
    throw usageRefusal(`Chỉ khai một: ${VARIABLE} hoặc ${FILE}.`, `State one of ${VARIABLE} and ${FILE}.`)
  const name = file ? `${FILE}=${file}` : VARIABLE
  const keys = (file ? await readKeys(file) : (text ?? '')).split(/\s+/).filter((key) => key !== '')
  if (keys.every(isRandomSecret) && (!file || keys.length > 0)) return keys
  throw usageRefusal(
    `${name}: mỗi khóa cần ít nhất 32 ký tự ngẫu nhiên, ví dụ tạo bằng: openssl rand -hex 32`,
    `${name}: each key needs at least 32 random characters, made for example by: openssl rand -hex 32`,
  )
}

async function readKeys(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw usageRefusal(`${FILE}=${file}: không đọc được (${code}).`, `${FILE}=${file}: this cannot be read (${code}).`)
  }
}
