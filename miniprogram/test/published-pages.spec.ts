import { describe, expect, it } from '@jest/globals'
import { publishedPages } from '../../apps/wechat-sandbox/src/options.ts'
import app from '../src/app.config.ts'

describe('the pages of the mini-program', () => {
  it('are those the sandbox of WeChat opens from a code or a message', () => {
    const inPackages = app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
    expect([...publishedPages].sort()).toEqual([...app.pages, ...inPackages].sort())
  })
})
