import { basename } from 'node:path'

/** Names that say nothing about what is inside (design.md, Names). */
const banned = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'manager',
  'processor',
  'misc',
  'data',
  'info',
  'base',
  'v2',
  'impl',
])

/** @param {string} path of a file, relative to the workspace @returns {string | undefined} what is wrong with its name */
export function faultInName(path) {
  const [name = ''] = basename(path).replace(/^\./, '').split('.')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !/^\d{13}-/.test(name)) return `"${name}" is not kebab-case`
  for (const folder of [...path.split(/[\\/]/).slice(0, -1), name]) {
    const word = folder.split('-').find((part) => banned.has(part))
    if (word) return `"${word}" says nothing: name the noun`
  }
  return undefined
}

/** @type {import('eslint').ESLint.Plugin} */
export const houseRules = {
  rules: {
    'file-name': {
      meta: { type: 'suggestion', schema: [] },
      create: (context) => ({
        Program(node) {
          const path = context.filename.slice(context.cwd.length + 1)
          const fault = faultInName(path)
          if (fault) context.report({ node, message: `File name: ${fault}.` })
        },
      }),
    },
  },
}
