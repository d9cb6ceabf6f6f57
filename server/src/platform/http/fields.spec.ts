import { describe, expect, it } from '@jest/globals'
import { residencyRoles, urgencies } from '@yinuo/contracts'
import { plainToInstance } from 'class-transformer'
import { validateSync, type ValidationError } from 'class-validator'
import {
  Choices,
  Day,
  Fen,
  Instant,
  Line,
  Matching,
  Nested,
  NestedList,
  OneOf,
  PageSize,
  Password,
  PhoneNumber,
  Quantity,
  SomeOf,
  Switch,
  Text,
  TextByName,
  TimeOfDay,
  Token,
  Uuid,
  Uuids,
  Version,
  Whole,
  YesNo,
} from './fields.ts'

const uuid = '0192f0c4-6f1e-7c3a-9d2b-1a2b3c4d5e6f'
const otherUuid = '0192f0c4-6f1e-7c3a-9d2b-1a2b3c4d5e70'

class Part {
  @Line('名称', { max: 4 }) name!: string
}

/** What becomes of one value under one decorator: kept (as what), or refused (with which sentences). */
function send(field: PropertyDecorator, value: unknown) {
  class Body {}
  field(Body.prototype, 'sent')
  const body = plainToInstance(Body, value === undefined ? {} : { sent: value }) as { sent?: unknown }
  const refusals = sentences(validateSync(body, { whitelist: true, forbidNonWhitelisted: true }))
  return refusals.length > 0 ? { refused: refusals } : { kept: body.sent }
}

function sentences(errors: ValidationError[]): string[] {
  return errors.flatMap((error) => [...Object.values(error.constraints ?? {}), ...sentences(error.children ?? [])])
}

const text = Text('报修内容', { max: 10 })
const line = Line('姓名', { max: 10 })

describe('a text', () => {
  it.each([
    ['is trimmed', text, '  水管漏水\n', '水管漏水'],
    ['may have lines', text, '漏水\n三楼', '漏水\n三楼'],
    ['keeps characters of four bytes and counts each as one', text, '𠮷𡈽😀𠮷𠮷𠮷𠮷𠮷𠮷𠮷', '𠮷𡈽😀𠮷𠮷𠮷𠮷𠮷𠮷𠮷'],
    ['keeps what looks like markup or a formula', text, '<b>=1+1', '<b>=1+1'],
    ['of a name keeps rare characters', line, '㛃𬀩', '㛃𬀩'],
  ])('%s', (_, field, sent, kept) => {
    expect(send(field, sent)).toEqual({ kept })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['only blanks', ' \n '],
    ['too many characters', '一二三四五六七八九十一'],
    ['NUL', '漏\u0000水'],
    ['another control character', '漏\u0007水'],
    ['half a surrogate pair', '漏\ud842水'],
    ['a number', 7],
    ['a list', ['漏水']],
    ['an object', { toString: '漏水' }],
  ])('of %s is refused with one sentence that says what to do', (_, sent) => {
    expect(send(text, sent)).toEqual({ refused: ['请填写报修内容，不超过 10 个字，不要包含无法显示的字符。'] })
  })

  it('on one line has no second', () => {
    expect(send(line, '张\n三')).toEqual({ refused: ['请填写姓名，不超过 10 个字，不要包含无法显示的字符。'] })
  })

  it.each([undefined, null, '', '  '])('that is optional may be left out (%j)', (sent) => {
    expect(send(Text('说明', { max: 10, optional: true }), sent)).toEqual({ kept: undefined })
  })

  it('that may be empty must still be there', () => {
    const duties = Text('岗位职责', { min: 0, max: 10 })
    expect(send(duties, '')).toEqual({ kept: '' })
    expect(send(duties, undefined)).toHaveProperty('refused')
  })
})

describe('a phone number', () => {
  it.each([
    ['13800001234', '13800001234'],
    [' 138-0000-1234 ', '13800001234'],
    ['+86 138 0000 1234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['010-62345678', '010-62345678'],
    ['0512-62345678-802', '0512-62345678-802'],
  ])('%s is kept as it is dialled', (sent, kept) => {
    expect(send(PhoneNumber(), sent)).toEqual({ kept })
  })

  it.each(['12800001234', '1380000123', '138000012345', '62345678', 'abc', '', '+1 202 555 0100', 13800001234])(
    '%s is refused',
    (sent) => {
      expect(send(PhoneNumber('手机号'), sent)).toEqual({ refused: ['请填写正确的手机号：11 位手机号，或带区号的座机号。'] })
    },
  )
})

describe('every other field', () => {
  it.each<[string, PropertyDecorator, unknown, unknown]>([
    ['an id of any version, in small letters', Uuid('房屋'), uuid.toUpperCase(), uuid],
    ['ids', Uuids('照片', { max: 6 }), [uuid, otherUuid], [uuid, otherUuid]],
    ['no ids where none are needed', Uuids('照片', { max: 6 }), [], []],
    ['a code', OneOf(urgencies, 'Urgency', '紧急程度'), 'urgent', 'urgent'],
    ['codes', SomeOf(residencyRoles, 'ResidencyRole', '身份'), ['owner', 'tenant'], ['owner', 'tenant']],
    ['an instant', Instant('时间'), '2026-02-28T23:59:59+08:00', '2026-02-28T23:59:59+08:00'],
    ['an instant of the browser', Instant('时间'), '2026-03-01T01:02:03.456Z', '2026-03-01T01:02:03.456Z'],
    ['a leap day', Day('日期'), '2028-02-29', '2028-02-29'],
    ['midnight as the end', TimeOfDay('结束时间'), '24:00', '24:00'],
    ['no money', Fen('金额'), 0, 0],
    ['much money', Fen('金额'), 100_000_000, 100_000_000],
    ['two decimals', Quantity('数量', { max: 100 }), 0.29, 0.29],
    ['a version', Version(), 1, 1],
    ['a figure that promises nothing', Whole('时限', { min: 1, max: 9, nullable: true, optional: true }), null, null],
    ['no', YesNo('当班'), false, false],
    ['a password with its blanks', Password('密码', { max: 20 }), ' 密 码 ', ' 密 码 '],
    ['a token', Token('登录码', { max: 20 }), 'a-b_c.d=', 'a-b_c.d='],
    ['a pattern', Matching(/^\d{6}$/, '请输入动态码。'), '123456', '123456'],
    ['filters', TextByName('筛选', { max: 2 }), { state: 'done' }, { state: 'done' }],
    ['a part', Nested(() => Part, '部分'), { name: '  甲 ' }, { name: '甲' }],
    ['parts', NestedList(() => Part, '部分', { max: 2 }), [{ name: '甲' }], [{ name: '甲' }]],
    ['a page size from the query string', PageSize(), '50', 50],
    ['a switch from the query string', Switch('超时'), 'false', false],
    ['several codes from the query string', Choices(urgencies, '紧急程度'), 'urgent,routine,urgent', ['urgent', 'routine']],
    ['an empty filter', Choices(urgencies, '紧急程度'), '', undefined],
  ])('keeps %s', (_, field, sent, kept) => {
    expect(send(field, sent)).toEqual({ kept })
  })

  it.each<[string, PropertyDecorator, unknown]>([
    ['a short id', Uuid('房屋'), '123'],
    ['an id that is SQL', Uuid('房屋'), `${uuid}' OR 1=1`],
    ['the same id twice', Uuids('照片', { max: 6 }), [uuid, uuid.toUpperCase()]],
    ['too many ids', Uuids('照片', { max: 1 }), [uuid, otherUuid]],
    ['ids that are one id', Uuids('照片', { max: 6 }), uuid],
    ['an unknown code', OneOf(urgencies, 'Urgency', '紧急程度'), 'now'],
    ['a code every object inherits', OneOf(urgencies, 'Urgency', '紧急程度'), 'constructor'],
    ['a list for a code', OneOf(urgencies, 'Urgency', '紧急程度'), ['urgent']],
    ['a code twice', SomeOf(urgencies, 'Urgency', '紧急程度'), ['urgent', 'urgent']],
    ['an instant without offset', Instant('时间'), '2026-03-01T01:02:03'],
    ['an instant on a day that is none', Instant('时间'), '2026-02-30T01:02:03Z'],
    ['a day that is none', Day('日期'), '2026-02-29'],
    ['a day with a time', Day('日期'), '2026-02-28T00:00:00Z'],
    ['25 o’clock', TimeOfDay('开始时间'), '25:00'],
    ['half a fen', Fen('金额'), 0.5],
    ['a debt', Fen('金额'), -1],
    ['too much money', Fen('金额'), 100_000_001],
    ['money as text', Fen('金额'), '100'],
    ['three decimals', Quantity('数量', { max: 100 }), 0.291],
    ['a quantity of nothing', Quantity('数量', { max: 100 }), 0],
    ['not a number', Quantity('数量', { max: 100 }), Number.NaN],
    ['version 0', Version(), 0],
    ['a version beyond the database', Version(), 2_147_483_648],
    ['yes as text', YesNo('当班'), 'true'],
    ['a short password', Password('密码', { min: 8, max: 20 }), '1234567'],
    ['a token with a blank', Token('登录码', { max: 20 }), 'a b'],
    ['filters of numbers', TextByName('筛选', { max: 2 }), { state: 1 }],
    ['too many filters', TextByName('筛选', { max: 1 }), { a: '', b: '' }],
    ['a missing part', Nested(() => Part, '部分'), undefined],
    ['a list for a part', Nested(() => Part, '部分'), []],
    ['a part that breaks its own rule', Nested(() => Part, '部分'), { name: '一二三四五' }],
    ['a part named by a number', Nested(() => Part, '部分'), { name: 42 }],
    ['parts that are null', NestedList(() => Part, '部分', { max: 2 }), [null]],
    ['parts that are words', NestedList(() => Part, '部分', { max: 2 }), ['甲']],
    ['too few parts', NestedList(() => Part, '部分', { min: 1, max: 2 }), []],
    ['a page of nothing', PageSize(), '0'],
    ['a page of everything', PageSize(), '101'],
    ['a page size that is a word', PageSize(), 'all'],
    ['a switch between', Switch('超时'), '1'],
    ['one unknown code among several', Choices(urgencies, '紧急程度'), 'urgent,now'],
    ['the same filter twice', Choices(urgencies, '紧急程度'), ['urgent', 'now']],
  ])('refuses %s in Chinese', (_, field, sent) => {
    const { refused } = send(field, sent) as { refused: string[] }
    expect(refused.length).toBeGreaterThan(0)
    for (const sentence of refused) expect(sentence).toMatch(/^[^a-z]*[一-鿿]/u)
  })
})
