import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const VIEWS = path.resolve(import.meta.dirname, '../../views')
const templates = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ejs'))
  .map((name) => [name, readFileSync(path.join(VIEWS, name), 'utf8')] as const)

describe('the templates', () => {
  it.each(templates)('%s prints nothing unescaped', (_, text) => {
    const raw = [...text.matchAll(/<%-\s*(.{0,20})/g)].map((match) => match[1] ?? '')
    expect(raw.filter((start) => !/^(include|json|once)\(/.test(start))).toEqual([])
  })

  it.each(templates)('%s has no inline style, script or handler, which the security policy would block', (_, text) => {
    expect(text).not.toMatch(/\sstyle="|<style|\son[a-z]+="|<script(?![^>]*\b(src|application\/ld\+json))/)
  })

  it('leave it to the shop, in the language of the page, to say what is wrong with a form', () => {
    const form = /<form\b((?:<%.*?%>|[^>])*)>(.*?)<\/form>/gs
    const refusable =
      /\brequired\b|\bpattern=|\btype="(?:email|url|number)"|\b(?:min|max|minlength)="|include\('\/(?!figures)[\w-]+\/(?:input|select|field|step-field|place-fields|membership-fields|fields|reply-form|checkout-[a-z-]+)'/
    const left = templates.flatMap(([name, text]) =>
      [...text.matchAll(form)]
        .filter(([, head = '', body = '']) => refusable.test(body) && !/\bnovalidate\b/.test(head))
        .map(([, head = '']) => `${name}:${head}`),
    )
    expect(left).toEqual([])
  })
})
