/**
 * What every project's jest configuration shares: ESM, TypeScript through swc, no globals of jest's own.
 * @param {string} displayName
 * @param {string} rootDir
 * @param {Record<string, unknown>} more
 */
export function project(displayName, rootDir, more = {}) {
  return {
    displayName,
    rootDir,
    testEnvironment: 'node',
    injectGlobals: false,
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    transform: {
      '\\.(ts|tsx)$': [
        '@swc/jest',
        {
          swcrc: false,
          jsc: {
            parser: { syntax: 'typescript', tsx: true, decorators: true },
            transform: {
              legacyDecorator: true,
              decoratorMetadata: true,
              useDefineForClassFields: false,
              react: { runtime: 'automatic' },
            },
            target: 'es2023',
            keepClassNames: true,
          },
          module: { type: 'es6' },
          sourceMaps: 'inline',
        },
      ],
    },
    transformIgnorePatterns: ['/node_modules/'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    modulePathIgnorePatterns: ['/dist/'],
    ...more,
  }
}
