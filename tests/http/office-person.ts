import type { Catalog } from '../../src/index.js'
import type { Invitation } from '../../src/site/accounts/people.js'
import { acceptInvitation, ADMINISTRATOR, setUpApp } from './signed-in.js'
import type { Visitor } from './visitor.js'

/** Signs somebody of an office in, with the app of the second factor. */
export async function signIntoOffice(
  visitor: Visitor,
  catalog: Catalog,
  invitation: Invitation = ADMINISTRATOR,
): Promise<Visitor> {
  const office = await acceptInvitation(visitor, catalog, invitation)
  await setUpApp(office, catalog.now())
  return office
}
