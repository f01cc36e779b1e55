/**
 * Sounds that speakers of some region do not tell apart, so that writers mix their spellings up: s/x, tr/ch, d/gi/r/v,
 * l/n, finals n/ng/nh and t/c/ch, some vowels; and spellings that sound alike everywhere: c/k/q, g/gh, ng/ngh, ph/f.
 *
 * The sound of a syllable: its initial, vowel and final.
 */
type Sound = readonly string[]

/** No letter follows ai, oi, ao and their like within a syllable. */
const SYLLABLE =
  /^(?!.*(?:[aeo][iuy]|[ae]o|(?<!g)iu|(?<!q)ui)[a-z])(ngh|ng|nh|gh|gi(?=[aeouy])|kh|ph|th|tr|ch|qu(?=[aeiouy])|[bcdfghjklmnpqrstvwxz]?)([aeiouy]{1,3})(ng|nh|ch|[bcdfgklmnpt]?)$/

const toTable = (pairs: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.split(' ').map((pair) => pair.split('-') as [string, string]))

/** Spellings of one and the same sound. */
const SPELLING = toTable('k-c q-c gh-g ngh-ng f-ph z-d j-gi w-qu y-i')
/** Of initials, vowels and finals. */
const CONFUSED = [
  'x-s ch-tr d-gi r-gi v-gi n-l',
  'au-ao ay-ai oay-oai uou-iu ieu-iu uu-iu uoi-ui uo-u ie-i',
  'ng-n nh-n c-t ch-t',
].map(toTable)

/** A plain syllable as spelt, with spellings of one sound made one; null for what is no Vietnamese syllable. */
function toSound(fold: string): Sound | null {
  const parts = SYLLABLE.exec(fold)?.slice(1)
  return parts?.map((part) => SPELLING[part] ?? part) ?? null
}

/** Syllables that may be mistaken for each other share it. */
export const soundKey = (fold: string): string | null =>
  toSound(fold)
    ?.map((part, i) => CONFUSED[i]?.[part] ?? part)
    .join(' ') ?? null

/** How many parts of two syllables sound different to those who tell them apart; 0 when only the spelling differs. */
export function soundDifferences(a: string, b: string): number {
  const [first, second] = [toSound(a), toSound(b)]
  return first && second ? first.filter((part, i) => part !== second[i]).length : 3
}
