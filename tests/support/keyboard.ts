import type { CDPSession, Page } from 'playwright-core'

/** What a screen reader is told of an element. */
export interface Spoken {
  readonly role: string
  readonly name: string
}

interface AxNode {
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

const MOST_TABS = 80

/** A person who uses the keyboard alone, and hears what a screen reader would say. Every stop is checked. */
export class Keyboard {
  /** Keys pressed so far, typed text not counted. */
  keys = 0
  readonly faults: string[] = []
  #client: CDPSession | null = null

  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.keys += 1
    await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 })
  }

  /** The element in focus, by the browser's accessibility tree. */
  async focused(): Promise<Spoken> {
    this.#client ??= await this.page.context().newCDPSession(this.page)
    const { nodes } = (await this.#client.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
    const isFocused = ({ role, properties }: AxNode): boolean =>
      role?.value !== 'RootWebArea' &&
      properties?.some(({ name, value }) => name === 'focused' && value.value === true) === true
    const node = nodes.find(isFocused)
    return { role: node?.role?.value ?? '', name: node?.name?.value ?? '' }
  }

  /** Goes on with Tab until an element of this role and name is in focus. @throws {Error} when there is none. */
  async tabTo(role: string, name: RegExp): Promise<Spoken> {
    const heard: string[] = []
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.press('Tab')
      const spoken = await this.focused()
      heard.push(`${spoken.role} “${spoken.name}”`)
      await this.#check(spoken)
      if (spoken.role === role && name.test(spoken.name)) return spoken
    }
    throw new Error(`Tab never reached ${role} ${String(name)}: ${heard.join(', ')}`)
  }

  /** A stop that nobody sees, that has no name, or that lies under something else is a fault. */
  async #check({ role, name }: Spoken): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return 'the focus is lost'
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) return 'has no size'
      if (box.bottom < 0 || box.top > innerHeight) return 'lies outside of the window'
      const style = [element, element.closest('.product-card')].map((one) => (one ? getComputedStyle(one) : null))
      const isMarked = style.some((one) => one && one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2)
      if (!isMarked) return 'bears no mark of the focus'
      const [x, y] = [
        box.left + box.width / 2,
        Math.min(innerHeight - 1, Math.max(1, box.top + Math.min(box.height / 2, 20))),
      ]
      const top = document.elementFromPoint(x, y)
      const isFree =
        top !== null && (element.contains(top) || top.contains(element) || top.closest('label')?.contains(element))
      return isFree ? '' : `lies under ${top?.outerHTML.slice(0, 80) ?? 'nothing'}`
    })
    const where = new URL(this.page.url()).pathname
    if (name.trim() === '' && seen !== 'the focus is lost') this.faults.push(`${where}: a ${role} without a name`)
    if (seen !== '') this.faults.push(`${where}: ${role} “${name}” ${seen}`)
  }
}
