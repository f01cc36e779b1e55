import { describe, expect, it } from 'vitest'
import { fitting, found, indexOf, search } from './corpus.js'

describe('A shopper finds coffee however the keyboard left it', () => {
  const shop = indexOf('Cà phê Buôn Hồ', 'Cá khô Phú Tân', 'Phô mai dê', 'Cà chua bi')

  it.each([
    ['without marks', 'ca phe'],
    ['in capitals', 'CA PHE'],
    ['in NFD, as macOS copies it', 'cà phê'.normalize('NFD')],
    ['with Telex keys left over', 'caf phee'],
    ['with VNI keys left over', 'ca2 phe6'],
    ['with VIQR keys left over', 'ca` phe^'],
    ['half decoded', 'cà phee'],
    ['with a key held too long', 'cà phêê'],
    ['joined', 'caphe'],
    ['with a neighbouring key', 'cà phw'],
    ['spelt with f', 'cà fê'],
    ['spelt with k', 'kà phê'],
    ['in English', 'coffee'],
    ['with invisible characters from a copied page', 'cà\u200B phê\u00A0'],
  ])('%s', (_, typed) => {
    expect(found(shop, typed)[0]).toBe('Cà phê Buôn Hồ')
  })
})

describe('A shopper who mixes sounds or letters up', () => {
  const shop = indexOf(
    'Sầu riêng Ri6 tách múi',
    'Xôi gấc',
    'Nước mắm cốt',
    'Chả cá rút xương',
    'Trà sen vàng',
    'Giò lụa',
    'Nem chua',
    'Vải sấy',
    'Mỡ heo',
    'Hạt dẻ rang',
    'Khoai lang mật',
    'Bún tươi',
    'Mứt dừa',
    'Rượu nếp',
    'Hủ tiếu',
    'Muối ớt',
    'Chanh dây',
    'Phở khô',
  )

  it.each([
    ['xầu riêng', 'Sầu riêng Ri6 tách múi'],
    ['sau rieg', 'Sầu riêng Ri6 tách múi'],
    ['saurieng', 'Sầu riêng Ri6 tách múi'],
    ['sôi gấc', 'Xôi gấc'],
    ['lước mắm', 'Nước mắm cốt'],
    ['nuocws mamws', 'Nước mắm cốt'],
    ['nuoc71 mam81', 'Nước mắm cốt'],
    ['trả cá', 'Chả cá rút xương'],
    ['chà sen', 'Trà sen vàng'],
    ['nớc mắm', 'Nước mắm cốt'],
    ['nớưc mắm', 'Nước mắm cốt'],
    ['dò lụa', 'Giò lụa'],
    ['lem chua', 'Nem chua'],
    ['dải sấy', 'Vải sấy'],
    ['mở heo', 'Mỡ heo'],
    ['hạt dẽ', 'Hạt dẻ rang'],
    ['khoai lan', 'Khoai lang mật'],
    ['búng tươi', 'Bún tươi'],
    ['mức dừa', 'Mứt dừa'],
    ['rịu nếp', 'Rượu nếp'],
    ['ruwowuj nếp', 'Rượu nếp'],
    ['hủ tíu', 'Hủ tiếu'],
    ['múi ớt', 'Muối ớt'],
    ['cahn day', 'Chanh dây'],
    ['fở', 'Phở khô'],
    ['jả cá', 'Chả cá rút xương'],
    ['nước mm', 'Nước mắm cốt'],
    ['xôiu gấc', 'Xôi gấc'],
    ['chnah dâyy', 'Chanh dây'],
  ])('types “%s” and finds “%s” first', (typed, wanted) => {
    expect(found(shop, typed)[0]).toBe(wanted)
  })

  it('is understood where the words stand apart in every name', () => {
    expect(fitting(indexOf('Trà hoa sen', 'Mắm tôm chà'), 'chà sen')).toEqual(['Trà hoa sen'])
  })

  it.each(['luocmam', 'uocmam', 'nocmam', 'nucmam', 'nuomam', 'nuocmm', 'nuocma', 'nuocmamm', 'nuocnam', 'numam'])(
    'joins two words as “%s”: one slip is mended, two are not',
    (typed) => {
      expect(found(shop, typed)).toEqual(typed === 'numam' ? [] : ['Nước mắm cốt'])
    },
  )

  it('is asked whether the right spelling was meant', () => {
    expect(search(shop, 'xầu riêng').didYouMean).toBe('sầu riêng')
    expect(search(shop, 'luocmam').didYouMean).toBe('nước mam')
    expect(search(shop, 'sầu riêng').didYouMean).toBeNull()
    expect(search(shop, 'sau rieng').didYouMean).toBeNull()
  })
})

describe('A shopper who spells right what the shop has not is not shown something else', () => {
  const shop = indexOf(
    'Mắm dưa leo',
    'Mật hoa dừa má đào',
    'Dâu tằm trái tươi',
    'Dầu sả chanh',
    'Dầu dừa nguyên chất',
    'Tinh dầu tràm',
    'Kim chi cải thảo rau rừng',
    'Chả cá chiên',
    'Khô cá chét',
    'Gà ác tiềm',
    { name: 'Giò gà', producer: 'Tiến Gà' },
    'Rượu sâm',
    { name: 'Nước mắm ruốc', producer: 'Nước Hương' },
    'Mắm cá linh',
    { name: 'Muối ớt xanh', producer: 'Trường Hải' },
    { name: 'Mè xửng', places: ['Cầu Kè'] },
  )

  it.each([
    'rau má',
    'rau đay',
    'rau răm',
    'rau sam',
    'miến gà',
    'cá chép',
    'rượu sim',
    'nước tương',
    'mắm cáy',
    'tương ớt',
    'dầu mè',
  ])('“%s” stays what it is', (typed) => {
    expect(search(shop, typed).didYouMean).toBeNull()
  })
})

describe('A short word that the catalog has not is no slip of every other', () => {
  const shop = indexOf(
    'Trà tứ vị',
    'Bí xanh',
    { name: 'Nước mắm', places: ['Bảo Đài'] },
    'Đế sấy ba nắng',
    'Yến sào',
    'Khóm sấy',
  )

  it.each(['bia', 'ao dai', 'vé máy bay', 'tivi'])('“%s” finds nothing', (typed) => {
    expect(search(shop, typed)).toMatchObject({ total: 0, didYouMean: null })
  })

  it('but of one that has a letter swapped, struck beside or too many', () => {
    expect(found(shop, 'eyn sao')[0]).toBe('Yến sào')
    expect(found(shop, 'hến sào')[0]).toBe('Yến sào')
    expect(found(shop, 'khoem say')[0]).toBe('Khóm sấy')
  })
})

describe('Marks that were typed are evidence, missing ones are not', () => {
  const shop = indexOf('Nước dừa', 'Mứt dứa', 'Dưa lưới')

  it.each([
    ['dừa', 'Nước dừa'],
    ['dứa', 'Mứt dứa'],
    ['dưa', 'Dưa lưới'],
  ])('“%s” finds %s alone', (typed, wanted) => {
    expect(found(shop, typed)).toEqual([wanted])
  })

  it('“dua” may be any of the three', () => {
    expect(found(shop, 'dua')).toHaveLength(3)
  })

  it('old and new places of the tone, i and y, are the same', () => {
    const places = indexOf('Bánh hòa bình', 'Trà thủy tiên', 'Mì Quảng', 'Quýt quý')
    expect(found(places, 'hoà')).toEqual(['Bánh hòa bình'])
    expect(found(places, 'thuỷ')).toEqual(['Trà thủy tiên'])
    expect(found(places, 'mỳ')).toEqual(['Mì Quảng'])
    expect(found(places, 'quí')).toEqual(['Quýt quý'])
  })
})

describe('What looks like leftover keys but is a name stays as it is', () => {
  const shop = indexOf('Gạo ST25', 'Gạo ST 25 lứt', 'Rượu 40N', 'Fresh cheese', 'Sầu riêng')

  it('ST25 is the rice, written joined or apart', () => {
    expect(found(shop, 'st25')).toEqual(['Gạo ST25', 'Gạo ST 25 lứt'])
    expect(found(shop, 'ST 25')).toEqual(['Gạo ST 25 lứt', 'Gạo ST25'])
  })

  it('40N and English words are not decoded', () => {
    expect(found(shop, '40N')).toEqual(['Rượu 40N'])
    expect(found(shop, 'fresh')).toEqual(['Fresh cheese'])
  })
})

describe('Figures with a short unit', () => {
  const shop = indexOf('Nước mắm 40 độ đạm', 'Nước mắm 43 độ đạm', 'Nước mắm nhĩ', 'Trà thảo mộc 7 vị', 'Đế Gò Đen 31%')

  it.each([
    ['nước mắm 40N', 'Nước mắm 40 độ đạm'],
    ['nuoc mam 43°n', 'Nước mắm 43 độ đạm'],
    ['43N', 'Nước mắm 43 độ đạm'],
    ['trà thảo mộc 7vi', 'Trà thảo mộc 7 vị'],
    ['đế gò đen 31 phần trăm', 'Đế Gò Đen 31%'],
  ])('“%s” is first of all %s', (typed, name) => {
    expect(found(shop, typed)[0]).toBe(name)
  })
})

describe('What looks like one thing and means another', () => {
  const shop = indexOf(
    { name: 'Yến sào', places: ['Khánh Hòa'] },
    { name: 'Trà hoa hồi', places: ['Vĩnh Yên', 'Phú Yên'] },
    { name: 'Sao la gỗ' },
    { name: 'Cà phê bột Ea Tu', places: ['Buôn Ma Thuột'] },
    { name: 'Bột cà phê hòa tan', places: ['Đà Lạt'] },
    { name: 'Mật ong nuôi', places: ['Ea Nuôl'] },
    { name: 'Muối hồng' },
    { name: 'Kính lúp' },
    { name: 'Đông trùng hạ thảo' },
    { name: 'Ổi sấy', producer: 'Cơ sở sản xuất Dũng Hà' },
    { name: 'Gạo thơm' },
  )

  it.each([
    ['tones left out of words that exist without them', 'yên sao', 'Yến sào'],
    ['a short form that looks like a slip', 'BMT ca phe', 'Cà phê bột Ea Tu'],
    ['a short form of many words', 'đtht', 'Đông trùng hạ thảo'],
    ['a short form beside a name', 'cs Dũng Hà', 'Ổi sấy'],
    ['figures for marks, one of them wrong', 'muoi62', 'Muối hồng'],
    ['a quantity at the end, which is no unfinished word', 'gạo nửa ký', 'Gạo thơm'],
  ])('%s', (_, typed, meant) => {
    expect(found(shop, typed)[0]).toBe(meant)
  })

  it.each(['null', 'undefined', 'NaN', '[object Object]'])(
    '“%s” is what a program lost, and finds nothing',
    (typed) => {
      expect(search(shop, typed).total).toBe(0)
    },
  )
})

describe('Words that are still being typed', () => {
  const many = Array.from({ length: 80 }, (_, i) => `Trà Sa${'bcdghklmnp'.charAt(i % 10)}${'aeiou'.charAt(i % 5)}${i}`)
  const shop = indexOf(
    ...many,
    'Khóm sấy',
    'Nhân hạt mắc ca',
    'Rượu đông trùng hạ thảo Nhân Khang',
    'Cá khô',
    'Khô sặc',
  )

  it('go on as some name does, however many others begin so', () => {
    expect(found(shop, 'khóm sấ')[0]).toBe('Khóm sấy')
    expect(found(shop, 'khom sa')[0]).toBe('Khóm sấy')
  })

  it('count beside an English word, too', () => {
    const index = indexOf({ name: 'Bơ Organic', facts: { stars: 5 } }, 'Bơ Organic Loan')
    expect(found(index, 'bơ organic l')[0]).toBe('Bơ Organic Loan')
    expect(found(index, 'vietnamese bơ organic')).toHaveLength(2)
  })

  it('are no word that the query has already, where another begins so', () => {
    const others = Array.from({ length: 100 }, (_, i) => ({ name: 'Mắm tôm', id: `Mắm tôm ${i + 1}` }))
    const shop = indexOf('Mắm mực hũ nhỏ', ...others)
    expect(found(shop, 'mam m')[0]).toBe('Mắm mực hũ nhỏ')
    expect(found(shop, 'mắm m')[0]).toBe('Mắm mực hũ nhỏ')
  })

  it('are no other word that never stands there', () => {
    expect(found(shop, 'nhân hạ')[0]).toBe('Nhân hạt mắc ca')
  })
})
