import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { phones } from './phones.ts'

const onStage = JSON.parse(readFileSync(new URL('../../../../tools/demo/phones.json', import.meta.url), 'utf8')) as {
  id: keyof typeof phones
  name: string
  openid: string
  phoneNumber: string
}[]

describe('the phones on the stage', () => {
  it.each(onStage)('know $name as the company does', ({ id, name, openid, phoneNumber }) => {
    expect(phones[id]).toMatchObject({ name, openid, phone: phoneNumber })
  })
})
