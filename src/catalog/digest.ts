import { form } from './form.js'

/** SHA-256 in hexadecimal. */
export const Digest = form(/^[0-9a-f]{64}$/, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
