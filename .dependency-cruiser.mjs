const spec = '\\.spec\\.(ts|tsx|mjs)$'
const modules = '^server/src/modules'

/** The walls of docs/architecture.md, by path. tools/lint/boundaries.spec.mjs shows that every one of them holds. */
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'What builds on each other in a circle can be neither understood nor tested apart.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'modules-meet-at-index',
      comment: 'A module is entered by its index.ts, its pure rules by rules/index.ts; everything else in it is its own.',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/` },
      to: { path: `${modules}/[^/]+/`, pathNot: [`${modules}/$1/`, `${modules}/[^/]+/(rules/)?index\\.ts$`] },
    },
    {
      name: 'modules-are-entered-at-index',
      comment: 'The application, the platform and the tests enter a module by its index.ts too.',
      severity: 'error',
      from: { path: '^server/', pathNot: `${modules}/` },
      to: { path: `${modules}/[^/]+/`, pathNot: `${modules}/[^/]+/(rules/)?index\\.ts$` },
    },
    {
      name: 'http-never-imports-a-foreign-store',
      comment: 'A controller that reads another module’s tables goes around its rules and its permissions.',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/http/` },
      to: { path: `${modules}/[^/]+/store/`, pathNot: `${modules}/$1/` },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A rule takes facts, figures and now; it loads, saves and reads nothing. Types do nothing and may come from anywhere.',
      severity: 'error',
      from: { path: `${modules}/([^/]+)/rules/`, pathNot: spec },
      to: {
        dependencyTypesNot: ['type-only'],
        pathNot: [
          `${modules}/$1/rules/`,
          `${modules}/[^/]+/rules/index\\.ts$`,
          '^server/src/platform/privacy/',
          '^libs/',
          '^net$',
          'node_modules/luxon/',
          'node_modules/chinese-days/',
          'node_modules/@types/',
        ],
      },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'platform/ knows no word of property.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: spec },
      to: { path: '^server/src/(modules|wechat)/' },
    },
    {
      name: 'wechat-has-one-door',
      comment: 'Only server/src/wechat speaks to WeChat; others ask it through its index.ts.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/src/wechat/' },
      to: { path: '^server/src/wechat/', pathNot: '^server/src/wechat/index\\.ts$' },
    },
    {
      name: 'only-platform-touches-taro',
      comment: 'Pages speak to miniprogram/src/platform, so that they run in WeChat, in a browser and in a test.',
      severity: 'error',
      from: { path: '^miniprogram/src/', pathNot: '^miniprogram/src/platform/' },
      to: { path: '(^|/)@tarojs/(taro|runtime|api|plugin-platform-[^/]+)(/|$)' },
    },
    {
      name: 'clients-never-import-the-server',
      comment: 'Clients know the contracts, not the program that keeps them.',
      severity: 'error',
      from: { path: '^(apps|miniprogram)/' },
      to: { path: '^(server|node_modules/@yinuo/server)/' },
    },
    {
      name: 'server-never-imports-clients',
      comment: 'The server knows no client; its tests may start the sandbox.',
      severity: 'error',
      from: { path: '^server/', pathNot: [spec, '^server/(test|bench)/'] },
      to: { path: '^(apps|miniprogram)/' },
    },
    {
      name: 'libs-import-only-libs',
      comment: 'Everybody builds on libs/; libs/ build on nothing, but for the arithmetic of hashes and signatures.',
      severity: 'error',
      from: { path: '^libs/', pathNot: [spec, '^libs/[^/]+/jest\\.config\\.mjs$'] },
      to: { pathNot: ['^libs/', 'node_modules/@noble/(curves|hashes)/'] },
    },
    {
      name: 'production-code-imports-no-tests',
      severity: 'error',
      from: { pathNot: [spec, '^server/(test|bench)/', '^apps/e2e/', '^tools/'] },
      to: { path: [spec, '^server/test/'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.nx|coverage)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
