/** Bytes that a request may send at the most, unless its operation says more. */
export const MAX_BODY = 65_536

/** Refusals that come from the server ahead of any operation: status, and the key of their words. */
export const SERVER_REFUSALS = {
  BAD_REQUEST: { status: 400, words: 'badRequest' },
  BODY_UNREADABLE: { status: 400, words: 'bodyUnreadable' },
  CROSS_SITE: { status: 403, words: 'crossSite' },
  TOO_LARGE: { status: 413, words: 'tooLarge' },
  TOO_MANY: { status: 429, words: 'tooMany' },
  BUSY: { status: 503, words: 'busy' },
} as const
