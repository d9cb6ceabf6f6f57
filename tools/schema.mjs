#!/usr/bin/env node
// Writes docs/schema.sql from a database the migrations have just made; with --check it only compares.
import { dropTemplate, makeTemplate } from '../server/test/template.mjs'
import { inRoot } from './bootstrap/workspace.mjs'
import { succeeds } from './test/command.mjs'

const { serverUrl, name } = await makeTemplate()
try {
  const url = new URL(serverUrl)
  url.pathname = name
  const done = await succeeds([inRoot('server/dist/schema.js'), ...process.argv.slice(2)], { DATABASE_URL: url.href })
  process.exitCode = done ? 0 : 1
} finally {
  await dropTemplate()
}
