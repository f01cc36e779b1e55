import { join } from 'node:path'
import { openSigner, type BundleSigner } from '../../exchange/bundle/signing-key.js'

const KEY_FILE = 'exchange-key.json'

/** The key of the site whose data lie in a folder; made when there is none. */
export const siteSigner = (folder: string): Promise<BundleSigner> => openSigner(join(folder, KEY_FILE))
