export const KEYS_PATH = '/office/api-keys'
/** Where a new key is shown. */
export const NEW_KEY_PATH = `${KEYS_PATH}/new`
