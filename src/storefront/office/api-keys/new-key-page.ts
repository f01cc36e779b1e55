import { page, redirect } from '../../reply.js'
import type { Handler } from '../../route.js'
import { forgetShown, takeShown } from '../../fronts/shown-once.js'
import { KEYS_PATH } from './paths.js'

/** Shows a new key, this once: a reload, or the way back, leads to the list. */
export const newApiKey: Handler = async (visit) => {
  const back = visit.links.to(KEYS_PATH)
  const shown = await takeShown(visit)
  if (!shown) return redirect(back, { cookies: [forgetShown] })
  const head = { title: visit.messages.apiKeys.newKey }
  return page('office/api-key', head, { ...shown, back }, { cookies: [forgetShown] })
}
