/** The people whose phones stand on the stage (tools/demo/phones.json), and where they belong in the company. */
export const phones = {
  lin: { name: '林晓梅', openid: 'oYNsandbox_resident_lin_0001', phone: '13800010001', room: '3号楼2单元601' },
  wang: { name: '王德福', openid: 'oYNsandbox_resident_wang_001', phone: '13800010002', room: '1号楼1单元302' },
  zhang: { name: '张建国', openid: 'oYNsandbox_staff_zhang_00001', phone: '13900020001' },
  zhou: { name: '周敏', openid: 'oYNsandbox_staff_zhou_000001', phone: '13900020002' },
  /** At the front desk: answers conversations. */
  he: { name: '何静', openid: 'oYNsandbox_staff_he_00000001', phone: '13900020003' },
  /** On file at the office, but not yet joined to any account. */
  chen: { name: '陈新', openid: 'oYNsandbox_resident_chen_001', phone: '13800010003', room: '5号楼1单元1203' },
} as const

/** Sign-ins of the console; the same for everybody who starts the demonstration. */
export const DEMO_PASSWORD = 'yinuo-demo'
