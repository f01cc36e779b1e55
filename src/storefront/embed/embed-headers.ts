type Headers = Readonly<Record<string, string>>

/**
 * What every page of any site may read: it is public, answered without cookies, and there to be shown elsewhere. So it is
 * open by default; `embeddable: false` takes the addresses away.
 */
export const FOR_ALL_SITES: Headers = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** A page that other sites may show in a frame: no script, no form, nothing to click but links that open elsewhere. */
export const FOR_FRAMES: Headers = {
  ...FOR_ALL_SITES,
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *",
  // Empty takes the shop's own away: `frame-ancestors` says it, and this header knows no "everybody".
  'x-frame-options': '',
}
