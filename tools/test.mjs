#!/usr/bin/env node
// Read by whatever Node is there, so this file keeps to syntax that Node 12 knows and needs no package.
const major = Number(process.versions.node.split('.')[0])

if (major < 20) {
  console.error(`需要 Node.js 20 或更新版本，当前是 ${process.versions.node}。 Node.js 20 or newer is needed. https://nodejs.org`)
  process.exit(1)
}

import('./test/begin.mjs').then(({ begin }) => begin(process.argv.slice(2)))
