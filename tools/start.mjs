#!/usr/bin/env node
// Read by whatever Node is there, so this file keeps to syntax that Node 12 knows and needs no package.
const major = Number(process.versions.node.split('.')[0])

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(`一诺物业 Yinuo

  npm start                 安装（首次）、建库、装入演示公司并启动全部程序
                            installs (first time), creates the database, loads the demonstration company, starts everything

选项 Options (npm start -- <option>):
  --data <folder>           数据目录 where data, keys and logs are kept            .data
  --server-port <number>    服务端口 API                                           3100
  --stage-port <number>     舞台端口 stage, sandbox and mini-program (h5)          3200
  --console-port <number>   控制台端口 console                                     3300
  --mail-port <number>      邮件沙箱端口 mail server of the sandbox (SMTP)         3225
  --mailbox-port <number>   收信沙箱端口 mailbox server of the sandbox (IMAP)      3226
  --database-port <number>  数据库端口 embedded PostgreSQL                         3432
                            端口被占用时自动用下一个 a taken port is replaced by the next free one
  --help                    本说明 this text

环境变量 Environment:
  DATABASE_URL              用自己的 PostgreSQL（18）代替内置数据库；账号须能建角色和建表
                            your own PostgreSQL 18 instead of the embedded one; its user must be able to create roles and tables

Ctrl-C 停止全部程序，数据保留；再次 npm start 继续使用。
Ctrl-C stops everything and keeps the data; npm start goes on with it. 重新开始 to begin anew: delete the .data folder.`)
  process.exit(0)
}

if (major < 20) {
  console.error(`需要 Node.js 20 或更新版本，当前是 ${process.versions.node}。请从 https://nodejs.org 安装后重试。
Node.js 20 or newer is needed, this is ${process.versions.node}. Install it from https://nodejs.org and try again.`)
  process.exit(1)
}

import('./start/begin.mjs').then(({ begin }) => begin(process.argv.slice(2)))
