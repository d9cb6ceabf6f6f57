import { describe, expect, it } from '@jest/globals'
import { faultOfPlate, plainPlate } from '@yinuo/contracts'

describe('a plate', () => {
  it.each([
    ['沪a·12345', '沪A12345'],
    [' 沪A 12 345 ', '沪A12345'],
    ['粤B•D12345', '粤BD12345'],
    ['沪Ａ－１２３４５', '沪A12345'],
    ['京a．f0236', '京AF0236'],
  ])('written as %j is kept as %s', (typed, plain) => {
    expect(plainPlate(typed)).toBe(plain)
  })

  it.each([
    '沪A12345',
    '京AF0236',
    '沪AD12345',
    '粤BF12345',
    '沪A12345D',
    '浙AA12345',
    '苏EK12345',
    '粤Z1234港',
    '沪A1234学',
    '沪A1234警',
    '沪A1234挂',
    '沪A1234领',
    '使014578',
    'WJ京12345',
    'WJ0112X',
    'VA12345',
    '京OA1234',
  ])('%s may be of a car', (plate) => {
    // prettier-ignore
    expect(faultOfPlate('car', plate)).toBeNull()
  })

  it.each([
    '',
    'A12345',
    '沪12345',
    '沪A1234',
    '沪A123456',
    '沪AI2345',
    '沪AO2345',
    '沪AL12345',
    '申A12345',
    '沪A12345DD',
    '沪a12345',
    '沪A 12345',
    '<script>',
  ])('%j is of no car', (plate) => {
    // prettier-ignore
    expect(faultOfPlate('car', plate)).toMatch(/^车牌不正确/)
  })

  it.each(['沪C12345', '上海1234567', '京A123456', '苏州Z12345', '0123456'])('%s may be of an electric bicycle', (plate) => {
    expect(faultOfPlate('electric-bicycle', plate)).toBeNull()
  })

  it.each(['', '上海', 'ABCDEF', '12', '上海12345678901', "'; DROP"])('%j is of no electric bicycle', (plate) => {
    expect(faultOfPlate('electric-bicycle', plate)).toMatch(/^车牌不正确/)
  })
})
