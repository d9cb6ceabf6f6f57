export const everywhere = [
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
    message: 'A test is neither singled out nor skipped.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a string union or an `as const` table: Node strips types, and enums are code.' },
]

export const namedExportsOnly = [{ selector: 'ExportDefaultDeclaration', message: 'Export by name.' }]

export const noWeChat = [
  { selector: 'Literal[value=/weixin\\.qq\\.com|pay\\.wechatpay/]', message: 'Only server/src/wechat speaks to WeChat.' },
  { selector: 'TemplateElement[value.raw=/weixin\\.qq\\.com/]', message: 'Only server/src/wechat speaks to WeChat.' },
  {
    selector: 'MemberExpression > Identifier.property[name=/^WECHAT_/]',
    message: 'Only server/src/wechat knows how WeChat is reached.',
  },
  {
    selector: 'MemberExpression > Literal.property[value=/^WECHAT_/]',
    message: 'Only server/src/wechat knows how WeChat is reached.',
  },
]

export const timeIsAnArgument = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time is an argument: take `now`, or the Clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time is an argument: take `now`, or the Clock.',
  },
  {
    selector: 'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|local|utc)$/][arguments.length=0]',
    message: 'Time is an argument: take `now`, or the Clock.',
  },
]

export const phoneGlobals = ['wx', 'my', 'swan', 'tt', 'window', 'document', 'localStorage', 'navigator', 'location'].map(
  (name) => ({
    name,
    message: 'Only miniprogram/src/platform touches the phone.',
  }),
)

/** @type {Record<string, 'readonly'>} */
export const nodeGlobals = Object.fromEntries(
  [
    'process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'AbortSignal', 'AbortController', 'setTimeout', 'clearTimeout',
    'setInterval', 'clearInterval', 'setImmediate', 'structuredClone', 'performance', 'globalThis', 'TextDecoder', 'TextEncoder',
    'Response', 'Request', 'Headers', 'FormData', 'Blob', 'crypto',
  ].map((name) => [name, 'readonly']), // prettier-ignore
)
