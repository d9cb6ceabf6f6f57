import { readFileSync } from 'node:fs'
import { say } from '../bootstrap/say.mjs'
import { inRoot } from '../bootstrap/workspace.mjs'

/** @param {Record<'server' | 'stage' | 'console', number>} ports @param {string} data */
export function announce(ports, data) {
  say('就绪。', 'Ready.')
  /** @type {{ id: string, name: string, about: string }[]} */
  const phones = JSON.parse(readFileSync(inRoot('tools/demo/phones.json'), 'utf8'))
  console.log(`
  舞台 Stage        http://localhost:${ports.stage}/          从这里开始：两部手机，一眼看懂 begin here
  控制台 Console    http://localhost:${ports.console}/          账号 sign in: manager / yinuo-demo（项目经理）
                                                    另有 also: finance（财务）· supervisor · frontdesk · hq，密码相同 same password
  接口 API          http://localhost:${ports.server}/api       OpenAPI: docs/api/openapi.json

  舞台上的手机 phones on the stage：
${phones.map(({ name, about }) => `    ${name}  ${about}`).join('\n')}

  数据 data ${data}    日志 logs ${data}/logs    Ctrl-C 停止 stops everything
`)
}
