/**
 * The vocabulary of the product: every state, kind and code with its Chinese label, and the types of the API.
 * Plain data and types; nothing here depends on anything, and nothing runs but the rule of plates, which all programs share.
 */
export * from './access.ts'
export * from './audit.ts'
export * from './cases.ts'
export * from './codes.ts'
export * from './documents.ts'
export * from './exports.ts'
export * from './files.ts'
export * from './imports.ts'
export * from './label.ts'
export * from './messages.ts'
export * from './organisation.ts'
export * from './plates.ts'
export * from './posts.ts'
export * from './privacy.ts'
export * from './problems.ts'
export * from './repairs.ts'
export * from './services.ts'
export * from './standards.ts'
export * from './unmasking.ts'
export type * from './api.ts'
