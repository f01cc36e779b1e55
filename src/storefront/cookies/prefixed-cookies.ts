export const SESSION_COOKIE = 'session'

/**
 * The name of a cookie that holds a secret. Browsers take `__Host-` only over TLS, for this very host and its whole path,
 * so no neighbour can plant one; a shop below a path of its host gets `__Secure-`, and plain http on a developer's machine
 * neither. Only the name that fits the request is ever read.
 */
export function prefixedName(name: string, isSecure: boolean, mount: string): string {
  if (!isSecure) return name
  return mount === '' ? `__Host-${name}` : `__Secure-${name}`
}
