import * as z from 'zod'

/** Which key sealed it, then nonce, text and tag in base64url. */
const SEALED = 'sealed:1:[0-9a-f]{8}:[\\w-]{40,300}'

/** A secret of this form in the clear, or sealed with the site's key (AES-256-GCM). */
export const sealable = (form: RegExp) => z.string().regex(new RegExp(`^(?:${form.source}|${SEALED})$`))
