/** Where the JSON API lies within the shop. */
export const API = '/api/v1'

/** Whether an address is one of the JSON API, in whatever letters: those of paths are alike in small and in capitals. */
export function isApiPath(path: string): boolean {
  const lower = path.toLowerCase()
  return lower === API || lower.startsWith(`${API}/`)
}

/** Whether an address is one of programs, of whatever version, so that they are told in JSON that there is none. */
export const isForPrograms = (path: string): boolean => /^\/api\//i.test(path)
