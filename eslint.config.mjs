import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import { houseRules } from './tools/lint/house-rules.mjs'
import * as syntax from './tools/lint/restricted-syntax.mjs'

const tests = ['**/*.spec.{ts,tsx,mjs}', 'server/test/**', 'miniprogram/test/**', 'apps/e2e/**']
/** Frameworks that look for a default export: builds, pages, TypeORM's and Taro's configuration. */
const doors = [
  '**/*.config.{mjs,js,ts}',
  '.dependency-cruiser.mjs',
  'jest.preset.mjs',
  '**/global-*.mjs',
  'miniprogram/config/**',
  'miniprogram/src/**/index.tsx',
  'miniprogram/src/app.tsx',
]

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '.data/', '.nx/', 'coverage/', '**/generated/', 'miniprogram/babel.config.js'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { yinuo: houseRules },
    rules: {
      'yinuo/file-name': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-else-return': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', { allowObjectTypes: 'always' }],
      // What people type is cleaned of control characters, and such a rule has to name them.
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', ...syntax.everywhere, ...syntax.namedExportsOnly],
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: syntax.nodeGlobals } },
  {
    files: ['{server,apps/wechat-sandbox}/**/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
      },
    },
    rules: {
      // A promise nobody waits for is an error nobody sees.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  // A story is told in one piece.
  { files: tests, rules: { 'max-lines': 'off' } },
  { files: doors, rules: { 'no-restricted-syntax': ['error', ...syntax.everywhere] } },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/wechat/**', 'server/src/platform/config/**', ...tests],
    rules: { 'no-restricted-syntax': ['error', ...syntax.everywhere, ...syntax.namedExportsOnly, ...syntax.noWeChat] },
  },
  {
    files: ['server/src/modules/*/{rules,actions}/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...syntax.everywhere,
        ...syntax.namedExportsOnly,
        ...syntax.noWeChat,
        ...syntax.timeIsAnArgument,
      ],
    },
  },
  {
    files: ['miniprogram/src/**/*.{ts,tsx}'],
    ignores: ['miniprogram/src/platform/**', ...tests],
    rules: { 'no-restricted-globals': ['error', ...syntax.phoneGlobals] },
  },
)
