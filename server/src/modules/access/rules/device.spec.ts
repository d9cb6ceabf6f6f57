import { describe, expect, it } from '@jest/globals'
import { deviceInWords, maskAddress } from './device.ts'

describe('a device', () => {
  it('is told in words its owner knows it by', () => {
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.53 Language/zh_CN'
    const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0'
    expect(deviceInWords(iphone)).toBe('iPhone · 微信')
    expect(deviceInWords(edge)).toBe('Windows 电脑 · Edge 浏览器')
    expect(deviceInWords('curl/8.5.0')).toBe('未知设备')
    expect(deviceInWords(null)).toBe('未知设备')
  })

  it('shows only so much of its address', () => {
    expect(maskAddress('116.25.3.141')).toBe('116.25.*.*')
    expect(maskAddress('::ffff:116.25.3.141')).toBe('116.25.*.*')
    expect(maskAddress('2408:8000:1234::1')).toBe('2408:8000:*')
  })
})
