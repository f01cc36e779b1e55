import helmet from 'helmet'

const SELF = "'self'"

/**
 * Response headers that tell the browser what a page may do: load from this site alone, run no inline script, use no
 * inline style, be framed by nobody. https-only (HSTS) is for whoever terminates TLS to say: it binds the whole host,
 * and the shop may be a guest there.
 */
export const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [SELF],
        styleSrc: [SELF],
        imgSrc: [SELF, 'data:'],
        connectSrc: [SELF],
        manifestSrc: [SELF],
        formAction: [SELF],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    // Not `no-referrer`: it makes browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
  })
