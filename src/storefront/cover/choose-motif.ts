import type { Classification } from '../../catalog/product.js'
import type { GroupCode } from '../../catalog/product-groups.js'
import type { FieldName } from './backdrop.js'
import * as animals from './motifs-animals.js'
import * as crafts from './motifs-crafts.js'
import * as field from './motifs-field.js'
import * as fruit from './motifs-fruit.js'
import * as garden from './motifs-garden.js'
import * as kitchen from './motifs-kitchen.js'
import * as trees from './motifs-trees.js'
import type { PaletteName } from './palettes.js'

type Drawing = () => string

/** Drawings of one thing, with the fields and colours that suit them. */
export interface Motif {
  readonly drawings: readonly Drawing[]
  readonly fields: readonly FieldName[]
  readonly palettes: readonly PaletteName[]
}

const WARM = ['laterite', 'turmeric', 'night', 'indigo'] as const
const COOL = ['indigo', 'jade', 'rice', 'paper'] as const
const ANY = ['indigo', 'laterite', 'rice', 'turmeric', 'jade', 'lotus', 'night'] as const
const LAND = ['sun', 'drum', 'terraces'] as const
const WATER = ['sea', 'drum', 'sun'] as const
const HOUSE = ['drum', 'sun'] as const

const on = (
  drawings: Drawing | readonly Drawing[],
  fields: readonly FieldName[] = LAND,
  palettes: readonly PaletteName[] = ANY,
): Motif => ({ drawings: typeof drawings === 'function' ? [drawings] : drawings, fields, palettes })

const has = (...words: string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'u')

/**
 * Words that call for a motif. The word that comes first in the name decides, so honey of coffee flowers is honey and
 * coffee with honey is coffee; of two that begin together the one higher up here. Marks count: bơ is a fruit, bò beef.
 */
const BY_NAME: readonly (readonly [RegExp, Motif])[] = [
  [has('mật ong'), on([crafts.honey, kitchen.honeyPot], ['sun', 'drum'], ['laterite', 'night', 'indigo', 'jade'])],
  [
    has('rượu', 'tửu', 'đế gò đen', 'đế'),
    on([crafts.spirits, kitchen.wine], LAND, ['jade', 'turmeric', 'rice', 'indigo', 'lotus']),
  ],
  [has('nước rửa', 'xà phòng', 'xà bông', 'dầu gội', 'mỹ phẩm'), on(crafts.care, WATER, COOL)],
  [
    has('tinh dầu', 'dầu phụng', 'dầu đậu phụng', 'dầu lạc', 'dầu mè', 'dầu tràm'),
    on(crafts.oil, LAND, ['rice', 'indigo', 'night', 'laterite']),
  ],
  [has('nước mắm'), on([crafts.fishSauce, kitchen.barrel], WATER, ['jade', 'indigo', 'turmeric', 'paper'])],
  [has('mắm'), on([crafts.paste, kitchen.pasteBowl], WATER, ['turmeric', 'jade', 'indigo', 'rice', 'lotus'])],
  [
    has('trà sen', 'trà hoa sen', 'trà tim sen', 'trà lá sen'),
    on(garden.lotus, WATER, ['jade', 'indigo', 'rice', 'night']),
  ],
  [has('trà hoa', 'hoa trà'), on(garden.flowerTea, LAND, ['rice', 'jade', 'indigo', 'night'])],
  [
    has('trà', 'chè', 'tea'),
    on([garden.tea, kitchen.teapot], ['terraces', 'sun', 'drum'], ['rice', 'indigo', 'turmeric', 'lotus', 'laterite']),
  ],
  [
    has('bột ca cao', 'cacao', 'ca cao', 'socola', 'sôcôla', 'sô cô la', 'chocolate'),
    on(trees.cocoa, LAND, ['jade', 'rice', 'turmeric', 'lotus', 'indigo']),
  ],
  [
    has('cà phê', 'coffee', 'café', 'cafe', 'coffe'),
    on([trees.coffee, kitchen.phin, kitchen.sack], LAND, ['indigo', 'jade', 'turmeric', 'night', 'rice', 'lotus']),
  ],
  [has('yến'), on([animals.nest, kitchen.nestJar], WATER, ['indigo', 'laterite', 'jade', 'lotus', 'night'])],
  [
    has('đông trùng hạ thảo', 'nấm đông trùng', 'nấm cordyceps', 'nấm fresh cordyceps', 'cordyceps'),
    on(field.cordyceps, LAND, ['indigo', 'jade', 'night', 'rice']),
  ],
  [has('nấm'), on(field.mushroom, LAND, ['rice', 'indigo', 'jade', 'turmeric'])],
  [has('bánh tráng'), on(field.ricePaper, ['sun', 'drum'], ['laterite', 'indigo', 'rice', 'jade'])],
  [
    has('bún', 'phở', 'hủ tiếu', 'miến', 'mì', 'bánh đa'),
    on(field.noodles, HOUSE, ['laterite', 'turmeric', 'indigo', 'rice']),
  ],
  [has('muối ớt', 'muối tôm', 'muối tiêu'), on(garden.saltChili, WATER, ['indigo', 'laterite', 'jade', 'night'])],
  [has('muối hạt', 'muối hầm', 'muối chay', 'muối'), on(garden.salt, WATER, ['indigo', 'jade', 'night', 'lotus'])],
  [
    has('macca', 'mắc ca', 'maca'),
    on([trees.macadamia, kitchen.nutBowl], LAND, ['indigo', 'jade', 'rice', 'turmeric', 'lotus', 'night']),
  ],
  [has('điều'), on(trees.cashew, LAND, ['indigo', 'jade', 'rice'])],
  [has('sầu riêng'), on(fruit.durian, LAND, ['laterite', 'indigo', 'turmeric', 'night'])],
  [has('dừa'), on(trees.coconut, ['sea', 'sun', 'terraces'], ['jade', 'indigo', 'turmeric', 'laterite', 'lotus'])],
  [has('hạt sen', 'sen', 'liên'), on(garden.lotus, WATER, ['jade', 'indigo', 'rice', 'night'])],
  [has('khóm', 'thơm sấy', 'trái dứa'), on(fruit.pineapple, ['sun', 'drum'], ['indigo', 'jade', 'rice', 'night'])],
  [has('xoài'), on(fruit.mango, LAND, ['rice', 'indigo', 'jade'])],
  [has('bưởi'), on(fruit.pomelo, LAND, ['rice', 'laterite', 'indigo'])],
  [has('cam', 'quýt'), on(fruit.orange, LAND, ['indigo', 'jade', 'rice'])],
  [has('chanh dây'), on(fruit.passionFruit, LAND, ['turmeric', 'jade', 'rice'])],
  [has('chanh', 'tắc'), on(fruit.lime, LAND, ['indigo', 'turmeric', 'laterite'])],
  [has('chuối'), on(fruit.banana, LAND, ['indigo', 'jade', 'laterite', 'rice'])],
  [has('dưa lưới', 'dưa hấu'), on(fruit.melon, LAND, ['laterite', 'indigo', 'turmeric'])],
  [has('mãng cầu', 'na'), on(fruit.custardApple, LAND, ['laterite', 'turmeric', 'indigo', 'lotus'])],
  [has('nhãn'), on(fruit.longan, LAND, ['rice', 'indigo', 'jade'])],
  [has('chôm chôm', 'vải thiều'), on(fruit.rambutan, LAND, ['indigo', 'jade', 'turmeric'])],
  [has('măng cụt'), on(fruit.mangosteen, LAND, ['turmeric', 'rice', 'jade'])],
  [has('dâu tằm', 'dâu'), on(fruit.mulberry, LAND, ['turmeric', 'jade', 'lotus'])],
  [has('thanh long'), on(fruit.dragonFruit, LAND, ['jade', 'rice', 'indigo', 'turmeric'])],
  [
    has('cỏ bàng', 'mây tre', 'tre đan', 'đan lát', 'lục bình'),
    on(crafts.basket, HOUSE, ['rice', 'indigo', 'laterite']),
  ],
  [has('dế'), on(crafts.market, LAND, ['laterite', 'indigo', 'jade'])],
  [has('thốt nốt'), on(trees.palm, LAND, ['turmeric', 'jade', 'laterite'])],
  [has('cà chua'), on(fruit.tomato, LAND, ['rice', 'jade', 'indigo'])],
  [has('rong'), on(field.seaweed, ['sea'], ['indigo', 'laterite', 'lotus'])],
  [
    has('chả', 'lạp xưởng', 'nem', 'giò', 'xúc xích'),
    on(animals.sausage, HOUSE, ['rice', 'indigo', 'turmeric', 'jade']),
  ],
  [
    has('bò', 'ba rọi', 'trâu', 'heo', 'lợn', 'nai'),
    on(animals.driedMeat, HOUSE, ['turmeric', 'jade', 'rice', 'indigo']),
  ],
  [has('tôm', 'tép'), on(animals.shrimp, WATER, ['jade', 'indigo', 'rice'])],
  [has('mực'), on(animals.squid, WATER, ['jade', 'indigo', 'turmeric'])],
  [has('ghẹ', 'cua'), on(animals.crab, WATER, ['jade', 'indigo', 'turmeric'])],
  [has('ếch'), on(animals.frog, WATER, ['turmeric', 'laterite', 'indigo'])],
  [has('trứng'), on(animals.egg, HOUSE, ['rice', 'indigo', 'laterite', 'jade'])],
  [has('gà', 'vịt'), on(animals.chicken, LAND, ['rice', 'indigo', 'jade', 'paper'])],
  [has('cá', 'lươn', 'hải sản', 'ốc'), on(animals.fish, ['sea', 'drum'], ['indigo', 'jade', 'laterite', 'turmeric'])],
  [has('tiêu'), on(garden.pepper, LAND, ['turmeric', 'laterite', 'lotus', 'indigo'])],
  [has('ớt', 'nước ớt', 'sa tế'), on(garden.chili, HOUSE, ['indigo', 'turmeric', 'jade'])],
  [has('nghệ', 'gừng', 'sâm'), on(garden.root, LAND, ['indigo', 'rice', 'jade', 'night'])],
  [has('khoai'), on(field.sweetPotato, LAND, ['indigo', 'turmeric', 'rice', 'jade', 'lotus'])],
  [has('bơ'), on(fruit.avocado, LAND, ['laterite', 'turmeric', 'indigo'])],
  [has('kẹo'), on(field.candy, HOUSE, ['indigo', 'jade', 'turmeric', 'lotus'])],
  [has('lạc', 'phụng', 'đậu phộng'), on(trees.peanut, LAND, ['rice', 'indigo', 'laterite'])],
  [
    has('gạo', 'nếp', 'lúa'),
    on([field.rice, kitchen.riceBowl], ['terraces', 'sun', 'drum'], ['rice', 'indigo', 'laterite', 'jade', 'night']),
  ],
  [has('bánh', 'cốm', 'ngũ cốc'), on(field.cake, HOUSE, ['laterite', 'indigo', 'turmeric', 'lotus', 'rice'])],
  [has('măng'), on(field.bambooShoot, LAND, ['rice', 'indigo', 'turmeric'])],
  [has('cải', 'củ cải', 'rau', 'lá giang', 'kim chi'), on(field.greens, LAND, ['laterite', 'turmeric', 'indigo'])],
  [has('dưa', 'bầu', 'bí', 'mướp', 'khổ qua'), on(field.gourd, LAND, ['laterite', 'turmeric', 'indigo', 'lotus'])],
  [has('ổi', 'trái cây', 'cà na', 'me', 'nhàu'), on(fruit.fruit, LAND, ['indigo', 'turmeric', 'night', 'laterite'])],
  [has('giấm', 'nước'), on(crafts.drink, WATER, ['indigo', 'laterite', 'turmeric'])],
  [
    has('atiso', 'cà gai leo', 'thảo mộc', 'đinh lăng', 'cao', 'chùm ngây', 'mộc'),
    on(garden.herb, LAND, ['indigo', 'turmeric', 'rice', 'laterite', 'lotus']),
  ],
]

/** What stands for each of the 26 sets when the name calls for nothing else. */
const BY_SET: Readonly<Record<number, Motif>> = {
  1: on(field.greens),
  2: on(animals.chicken, LAND, ['rice', 'indigo', 'jade']),
  3: on([field.rice, kitchen.riceBowl], ['terraces', 'sun'], ['rice', 'indigo', 'laterite', 'jade']),
  4: on([crafts.honey, kitchen.honeyPot], HOUSE, ['laterite', 'night', 'indigo']),
  5: on(field.noodles, HOUSE, ['laterite', 'turmeric', 'indigo']),
  6: on(field.cake, HOUSE, ['laterite', 'indigo', 'turmeric', 'lotus']),
  7: on(fruit.fruit, LAND, ['indigo', 'turmeric', 'night', 'laterite']),
  8: on(animals.sausage, HOUSE, ['rice', 'indigo', 'turmeric']),
  9: on([crafts.fishSauce, kitchen.barrel], WATER, ['jade', 'indigo', 'turmeric']),
  10: on(garden.pepper, LAND, ['turmeric', 'laterite', 'indigo']),
  11: on([garden.tea, kitchen.teapot], ['terraces', 'sun'], ['rice', 'indigo', 'turmeric']),
  12: on(garden.flowerTea, LAND, ['rice', 'jade', 'indigo']),
  13: on([trees.coffee, kitchen.phin, kitchen.sack], LAND, ['indigo', 'jade', 'turmeric', 'night']),
  14: on([crafts.spirits, kitchen.wine], LAND, ['jade', 'turmeric', 'rice']),
  15: on([crafts.spirits, kitchen.wine], LAND, ['indigo', 'lotus', 'turmeric']),
  16: on(crafts.drink, ['sea'], ['indigo', 'jade']),
  17: on(crafts.drink, WATER, ['laterite', 'turmeric', 'indigo']),
  18: on(garden.herb, LAND, ['indigo', 'turmeric', 'rice']),
  19: on(crafts.care, WATER, COOL),
  20: on(crafts.oil, LAND, ['rice', 'night', 'indigo']),
  21: on(crafts.basket, HOUSE, ['rice', 'indigo', 'laterite', 'jade']),
  22: on(crafts.fabric, HOUSE, ['paper', 'turmeric', 'jade']),
  23: on(crafts.bouquet, LAND, ['indigo', 'rice', 'night']),
  24: on(garden.bonsai, LAND, ['laterite', 'turmeric', 'indigo']),
  25: on(animals.goldfish, ['sea'], ['indigo', 'jade', 'rice']),
  26: on(crafts.boat, ['terraces', 'sea', 'sun'], WARM),
}

const BY_GROUP: Readonly<Record<GroupCode, Motif>> = {
  I: on(crafts.market, LAND, ['laterite', 'indigo', 'rice', 'jade', 'turmeric']),
  II: on(crafts.drink, WATER, ['jade', 'indigo', 'laterite']),
  III: on(garden.herb, LAND, ['rice', 'indigo', 'turmeric']),
  IV: on(crafts.basket, HOUSE, ['indigo', 'rice', 'laterite', 'jade']),
  V: on(garden.orchid, LAND, ['night', 'indigo', 'rice']),
  VI: on(crafts.boat, ['terraces', 'sun'], ['turmeric', 'indigo', 'laterite']),
}

const IN_GENERAL = on(crafts.market)

/** Crafts, living things and places are what they are, whatever their name mentions. */
const BY_SET_ONLY = 21

function earliest(words: string): Motif | null {
  let [first, found] = [Infinity, null as Motif | null]
  for (const [pattern, motif] of BY_NAME) {
    const place = words.search(pattern)
    if (place >= 0 && place < first) [first, found] = [place, motif]
  }
  return found
}

/** The motif for a product: what its name calls for, then its set, then its group. */
export function chooseMotif(name: string, classification: Classification | null): Motif {
  const { group = null, set = null } = classification ?? {}
  const bySet = set === null ? undefined : BY_SET[set]
  if (bySet && set !== null && set >= BY_SET_ONLY) return bySet
  const words = name.normalize('NFC').toLowerCase()
  return earliest(words) ?? bySet ?? (group === null ? IN_GENERAL : BY_GROUP[group])
}

export const groupMotif = (code: GroupCode): Motif => BY_GROUP[code]
