/** Where the JSON API lies within the shop. */
export const API = '/api/v1'

export const isApiPath = (path: string): boolean => path === API || path.startsWith(`${API}/`)
