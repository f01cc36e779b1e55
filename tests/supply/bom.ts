import lock from '../../package-lock.json' with { type: 'json' }

/** One package of `package-lock.json`. */
export interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

export interface LockedPackage extends Locked {
  readonly name: string
}

/** Every package of the lock file. */
export const lockedPackages: readonly LockedPackage[] = Object.entries(lock.packages as Record<string, Locked>)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ ...locked, name: path.replace(/^.*node_modules\//, '') }))

const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

const toHex = (integrity: string): string => Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')

function toComponent({ name, version, integrity, license }: LockedPackage) {
  return {
    type: 'library',
    'bom-ref': purlOf(name, version),
    name,
    version,
    purl: purlOf(name, version),
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    ...(integrity === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: toHex(integrity) }] }),
  }
}

/**
 * What a shop installs, as CycloneDX 1.5. `npm sbom --omit dev` leaves out packages that the tools use as well, such as
 * zod, so it is made from the lock file here.
 */
export function toBom() {
  const { name, version } = lock
  const installed = lockedPackages.filter(({ dev }) => !dev)
  const once = new Map(installed.map((one) => [purlOf(one.name, one.version), one]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { type: 'library', 'bom-ref': purlOf(name, version), name, version, purl: purlOf(name, version) },
    },
    components: [...once.values()].map(toComponent),
  }
}
