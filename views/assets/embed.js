/*
 * Products of this shop on the pages of other sites:
 *
 *   <script src="https://shop.example.vn/embed.js" defer></script>
 *   <ocop-product slug="ca-phe-bot" lang="vi"></ocop-product>
 *   <ocop-badge sku="CF-250"></ocop-badge>
 *   <ocop-search lang="en"></ocop-search>
 *
 * The shop is the one that the script comes from. No inline style, no inline script, no cookie. What stands within an
 * element is shown until the shop has answered, and stays when it does not.
 */
;(() => {
  if (customElements.get('ocop-product')) return
  const { src } = document.currentScript ?? document.querySelector('script[src$="/embed.js"]')
  const shop = new URL('.', src)

  const words = {
    vi: { label: 'Tìm sản phẩm OCOP', search: 'Tìm', failed: 'Chưa tải được. Hãy thử lại.' },
    en: { label: 'Search OCOP products', search: 'Search', failed: 'It could not be loaded. Please try again.' },
  }

  const look = new CSSStyleSheet()
  look.replaceSync(`
    :host { --ocop-paper: #fffdf7; --ocop-ink: #21242e; --ocop-soft: #5c594f; --ocop-line: #ddd2bc; --ocop-star: #9a6200;
      --ocop-action: #a33a1d; --ocop-on-action: #fff; --ocop-focus: #2a3a86;
      --ocop-scheme: light; display: block }
    .own { color-scheme: var(--ocop-scheme); font: 1rem/1.45 system-ui, sans-serif; color: var(--ocop-ink) }
    .panel { padding: .75rem; border-radius: .75rem; background: var(--ocop-paper) }
    @media (prefers-color-scheme: dark) { :host(:not([theme=light])) { --ocop-paper: #1a2040; --ocop-ink: #f2ecdd;
      --ocop-soft: #bdbacb; --ocop-line: #343c66; --ocop-star: #f3bf4b; --ocop-action: #f09a78; --ocop-on-action: #2a0f05;
      --ocop-focus: #f3c451; --ocop-scheme: dark } }
    :host([theme=dark]) { --ocop-paper: #1a2040; --ocop-ink: #f2ecdd; --ocop-soft: #bdbacb; --ocop-line: #343c66;
      --ocop-star: #f3bf4b; --ocop-action: #f09a78; --ocop-on-action: #2a0f05; --ocop-focus: #f3c451; --ocop-scheme: dark }
    :host([hidden]) { display: none }
    * { box-sizing: border-box; margin: 0 }
    :focus-visible { outline: 3px solid var(--ocop-focus); outline-offset: 2px }
    article { display: grid; grid-template-columns: minmax(4.5rem, 26%) 1fr; gap: .75rem; padding: .75rem; max-width: 30rem;
      border: 1px solid var(--ocop-line); border-radius: .75rem; background: var(--ocop-paper) }
    img { width: 100%; height: auto; border-radius: .375rem; display: block }
    a { color: inherit }
    .name { font-weight: 650; overflow-wrap: anywhere }
    .soft { color: var(--ocop-soft); font-size: .875rem }
    .stars { color: var(--ocop-star); letter-spacing: .1em }
    .action, button { display: inline-flex; align-items: center; min-height: 2.75rem; padding: .4rem 1rem; margin-top: .4rem;
      border: 0; border-radius: .375rem; font: inherit; font-weight: 600; line-height: 1.2;
      text-decoration: none; cursor: pointer;
      background: var(--ocop-action); color: var(--ocop-on-action) }
    .badge { display: inline-flex; gap: .4rem; align-items: center; min-height: 2.75rem; padding: 0 .75rem;
      border: 1px solid var(--ocop-line); border-radius: 2rem; background: var(--ocop-paper); text-decoration: none }
    form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: .75rem }
    label { flex: 1 1 12rem }
    input { width: 100%; min-height: 2.75rem; padding: 0 .6rem; font: inherit; color: inherit; background: var(--ocop-paper);
      border: 1px solid var(--ocop-soft); border-radius: .375rem }
    ul { list-style: none; padding: 0; display: grid; gap: .75rem; margin-top: .75rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)) }`)

  /** Makes an element. Text is set as text: nothing that the shop answers becomes markup. */
  const make = (tag, facts = {}, ...children) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(facts)) if (value !== null) element.setAttribute(name, value)
    element.append(...children.filter((child) => child !== null))
    return element
  }

  const away = { target: '_blank', rel: 'noopener' }
  const link = (href, kind, ...children) => make('a', { ...away, href, class: kind }, ...children)

  const starsOf = ({ stars, recognition }) =>
    stars === null
      ? null
      : make(
          'span',
          { class: 'stars', role: 'img', 'aria-label': recognition },
          '★'.repeat(stars) + '☆'.repeat(5 - stars),
        )

  const toCard = (product) => {
    return make(
      'article',
      {},
      make('img', { loading: 'lazy', ...product.picture }),
      make(
        'div',
        {},
        make('p', {}, link(product.href, 'name', make('span', { lang: product.nameLang }, product.name))),
        starsOf(product) ?? (product.recognition && make('p', { class: 'soft' }, product.recognition)),
        make('p', { class: 'soft' }, [product.producer, product.place].filter(Boolean).join(' · ')),
        product.price && make('p', {}, make('strong', {}, product.price), product.stock ? ` · ${product.stock}` : ''),
        product.note && make('p', { class: 'soft' }, product.note),
        make(
          'a',
          { ...away, href: product.href, class: 'action', 'aria-label': `${product.action}: ${product.name}` },
          product.action,
        ),
      ),
    )
  }

  class Embedded extends HTMLElement {
    static observedAttributes = ['slug', 'sku', 'lang']
    #asked = null

    get language() {
      return (this.closest('[lang]')?.lang ?? 'vi').startsWith('en') ? 'en' : 'vi'
    }

    connectedCallback() {
      if (!this.shadowRoot) {
        this.attachShadow({ mode: 'open' }).append(make('slot'))
        this.shadowRoot.adoptedStyleSheets = [look]
      }
      this.show()
    }

    disconnectedCallback() {
      this.#asked?.abort()
    }

    attributeChangedCallback(_name, before, after) {
      if (this.shadowRoot && before !== after) this.show()
    }

    /** Asks the shop; a later question overtakes an earlier one. Null when it did not answer. */
    async ask(path, values) {
      this.#asked?.abort()
      const asked = (this.#asked = new AbortController())
      const url = new URL(path, shop)
      url.search = new URLSearchParams({ ...values, lang: this.language })
      this.setAttribute('aria-busy', 'true')
      try {
        const answer = await fetch(url, { credentials: 'omit', signal: asked.signal })
        return answer.ok ? await answer.json() : null
      } catch {
        return null
      } finally {
        if (this.#asked === asked) this.removeAttribute('aria-busy')
      }
    }

    /** Puts what was made in place of what stands within the element; says for its readers in which language. */
    put(kind, ...children) {
      this.shadowRoot.replaceChildren(make('div', { class: kind, lang: this.language }, ...children))
    }

    async showProduct(toView) {
      const name = this.hasAttribute('sku') ? 'sku' : 'slug'
      const product = await this.ask('embed/product', { [name]: this.getAttribute(name) ?? '' })
      if (product) this.put('own', toView(product))
    }
  }

  customElements.define(
    'ocop-product',
    class extends Embedded {
      show() {
        return this.showProduct(toCard)
      }
    },
  )

  customElements.define(
    'ocop-badge',
    class extends Embedded {
      show() {
        return this.showProduct((product) =>
          link(
            product.href,
            'badge',
            make('span', { lang: product.nameLang }, product.name),
            starsOf(product) ?? product.recognition,
          ),
        )
      }
    },
  )

  customElements.define(
    'ocop-search',
    class extends Embedded {
      show() {
        const { label, search, failed } = words[this.language]
        const field = make('input', { type: 'search', name: 'q', autocomplete: 'off', maxlength: '200' })
        const form = make('form', { role: 'search' }, make('label', {}, label, field), make('button', {}, search))
        const said = make('p', { role: 'status' })
        const list = make('ul', { role: 'list' })
        form.addEventListener('submit', async (event) => {
          event.preventDefault()
          const found = await this.ask('embed/search', { q: field.value })
          said.replaceChildren(
            found ? `${found.words} ` : failed,
            found?.total ? link(found.all.href, null, found.all.text) : '',
          )
          list.replaceChildren(...(found?.products ?? []).map((product) => make('li', {}, toCard(product))))
        })
        this.put('own panel', form, said, list)
      }
    },
  )
})()
