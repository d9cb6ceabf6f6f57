/** The columns of the sheet, in order, with what stands in the template's example. */
export const columns = {
  building: { title: '楼栋', example: '3号楼', hint: '如 3号楼、A座；只写数字时按“号楼”处理' },
  entrance: { title: '单元', example: '2单元', hint: '没有单元可不填；只写数字时按“单元”处理' },
  floor: { title: '楼层', example: '6', hint: '整数，地下为负' },
  number: { title: '房号', example: '601', hint: '本楼（单元）内的房号' },
  use: { title: '用途', example: '住宅', hint: '住宅、商铺、办公、储藏、车位' },
  area: { title: '面积(㎡)', example: '98.6', hint: '建筑面积，最多四位小数' },
  state: { title: '状态', example: '自住', hint: '空置、自住、出租、装修中' },
  name: { title: '姓名', example: '王小明', hint: '空置房屋不填；一户多人写多行' },
  phone: { title: '手机', example: '13800001234', hint: '11 位手机号或带区号的座机' },
  role: { title: '身份', example: '业主', hint: '业主、家属、租户' },
  from: { title: '起', example: '2024-05-01', hint: '入住日期，可不填' },
  until: { title: '止', example: '', hint: '租户必填，租期最后一天' },
} as const satisfies Readonly<Record<string, { title: string; example: string; hint: string }>>

export type Column = keyof typeof columns
export const columnOrder = Object.keys(columns) as Column[]
