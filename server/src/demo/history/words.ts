import type { RepairCategoryCode } from '@yinuo/contracts'

interface CategoryWords {
  home: readonly string[]
  common: readonly string[]
  done: readonly string[]
  materials: readonly { name: string; unit: string; unitPriceFen: number }[]
  /** Hands on, in minutes. */
  medianMinutes: number
}

/** What people write, and what engineers answer. */
export const words: Readonly<Record<RepairCategoryCode, CategoryWords>> = {
  'water-leak': {
    home: [
      '厨房水槽下面漏水，柜子都泡了',
      '卫生间顶上一直在滴水',
      '热水器接口渗水',
      '阳台水管接头漏水，已经放了盆接着',
      '进水阀门关不紧，一直往外渗',
    ],
    common: ['管道井往外流水', '顶上漏水，地面湿滑', '消防栓下面有一滩水', '水管接头在滴水'],
    done: ['更换密封圈并重新接头，试水半小时不漏', '更换角阀，通水正常', '重新缠生料带，紧固接头，观察无渗水'],
    materials: [
      { name: '角阀', unit: '个', unitPriceFen: 2800 },
      { name: '不锈钢软管', unit: '根', unitPriceFen: 1800 },
      { name: '生料带', unit: '卷', unitPriceFen: 200 },
    ],
    medianMinutes: 50,
  },
  drainage: {
    home: ['马桶堵了，下不去水', '厨房下水很慢，有味道', '卫生间地漏返水', '洗手池堵了'],
    common: ['雨水井堵了，下雨就积水', '地漏不通，积了一滩水'],
    done: ['管道疏通机疏通，排水正常', '清出异物，试排水三次通畅', '更换防臭地漏芯'],
    materials: [{ name: '地漏芯', unit: '个', unitPriceFen: 3500 }],
    medianMinutes: 40,
  },
  taps: {
    home: ['厨房龙头关不紧，一直滴水', '花洒出水很小', '马桶水箱一直流水', '洗脸盆龙头松动'],
    common: ['公共龙头一直滴水', '取水口关不上'],
    done: ['更换阀芯，不再滴水', '清理滤网，水量恢复', '更换水箱进水阀'],
    materials: [
      { name: '龙头阀芯', unit: '个', unitPriceFen: 2500 },
      { name: '水箱进水阀', unit: '套', unitPriceFen: 4200 },
    ],
    medianMinutes: 30,
  },
  power: {
    home: ['家里突然没电了，邻居有电', '一开空调就跳闸', '厨房插座一用就跳闸'],
    common: ['这里没有电', '配电箱有焦味', '插座全部没电'],
    done: ['更换漏电保护器，送电正常', '查明插座进水短路，已处理并恢复供电', '紧固接线端子，测温正常'],
    materials: [
      { name: '漏电保护器', unit: '个', unitPriceFen: 6800 },
      { name: '空气开关', unit: '个', unitPriceFen: 3600 },
    ],
    medianMinutes: 45,
  },
  lighting: {
    home: ['客厅灯不亮', '卫生间开关坏了', '厨房灯一闪一闪的'],
    common: ['灯不亮，晚上很黑', '射灯坏了两个', '有一排灯不亮', '灯一直闪，看着不舒服'],
    done: ['更换 LED 灯管，照明正常', '更换声控开关', '更换面板开关，试用正常'],
    materials: [
      { name: 'LED 灯管', unit: '支', unitPriceFen: 2200 },
      { name: '声控开关', unit: '个', unitPriceFen: 2600 },
      { name: '开关面板', unit: '个', unitPriceFen: 1900 },
    ],
    medianMinutes: 22,
  },
  lift: {
    home: ['电梯停在我们这层不动了'],
    common: ['电梯有异响，运行时抖动', '电梯按钮按了没反应', '电梯门关到一半又打开', '电梯停在楼层不动', '电梯里的灯一直闪'],
    done: ['维保单位到场，更换门刀，试运行 20 次正常', '清理门槛异物，运行正常', '更换按钮板，功能恢复'],
    materials: [],
    medianMinutes: 75,
  },
  doors: {
    home: ['入户门锁拧不动', '推拉窗关不严，漏风', '纱窗破了', '衣柜合页掉了'],
    common: ['闭门器坏了，关门声很响', '防火门关不上', '玻璃门晃动'],
    done: ['更换锁芯，交付三把钥匙', '更换合页并调整门缝', '调整闭门器力度，关闭平稳'],
    materials: [
      { name: '锁芯', unit: '套', unitPriceFen: 8800 },
      { name: '合页', unit: '副', unitPriceFen: 1500 },
    ],
    medianMinutes: 35,
  },
  masonry: {
    home: ['卫生间墙砖空鼓，怕掉下来', '外墙渗水，卧室墙皮起泡', '地砖翘起来了'],
    common: ['地砖碎了一块', '墙面瓷砖脱落，已经围起来了', '台阶破损，绊脚'],
    done: ['铲除空鼓并重新铺贴，养护三天', '外墙打胶处理，淋水试验不渗', '更换地砖并勾缝'],
    materials: [
      { name: '瓷砖胶', unit: '袋', unitPriceFen: 4500 },
      { name: '防水涂料', unit: '桶', unitPriceFen: 16800 },
    ],
    medianMinutes: 150,
  },
  'air-conditioning': {
    home: ['空调不制冷', '暖气片不热', '空调室内机滴水', '新风口没有风'],
    common: ['空调不出风', '太热了，温度调不下去'],
    done: ['清洗滤网并补充冷媒，出风 12℃', '放气后暖气片升温正常', '疏通冷凝水管，不再滴水'],
    materials: [{ name: '冷媒', unit: '千克', unitPriceFen: 6000 }],
    medianMinutes: 70,
  },
  'entry-system': {
    home: ['对讲没有声音，访客按铃听不到', '门禁卡刷不开单元门'],
    common: ['刷卡没反应', '识别很慢，要等很久', '门一直开着关不上'],
    done: ['更换读卡头，刷卡正常', '重新写卡，试刷正常', '更换对讲听筒'],
    materials: [{ name: '读卡头', unit: '个', unitPriceFen: 12000 }],
    medianMinutes: 35,
  },
  public: {
    home: ['窗外空调板上有松动的铁皮'],
    common: ['设施松动，孩子在上面玩不安全', '长椅木条断了', '路面砖翘起，绊倒人', '栏杆晃动', '指示牌松了'],
    done: ['紧固螺栓并补漆', '更换木条，打磨光滑', '重新铺砖找平'],
    materials: [{ name: '防腐木条', unit: '根', unitPriceFen: 3800 }],
    medianMinutes: 60,
  },
  other: {
    home: ['阳台晾衣架摇不动', '厨房有焦味，找不到原因', '请帮忙看一下墙里有异响'],
    common: ['有异味，不知道哪里来的', '一直有异响', '请来人看一下'],
    done: ['已上门查看并处理', '清理杂物，异味消除', '查明原因并向住户说明'],
    materials: [],
    medianMinutes: 35,
  },
}

export const praise = [
  '师傅来得很快，修得也仔细',
  '态度很好，还把地擦干净了',
  '当天就修好了，谢谢',
  '很专业，讲得清楚',
  '',
  '',
  '',
  '',
]
export const complaint = ['等得有点久', '修是修好了，但没有提前打电话', '第二次来才修好', '希望能快一点']
export const reopenReasons = ['又开始漏了', '用了一天又坏了', '没有完全修好，还有声音', '和之前一样']
export const declineReasons = ['正在处理电梯困人，赶不过去', '今天休息，已与主管说明', '需要登高作业，本人没有证']
export const waits = {
  parts: ['需订购同型号配件，预计两天到货', '厂家配件在途', '仓库没有这种规格，已申购'],
  resident: ['住户出差，约定回来后上门', '住户要求周末上门', '家里没人，电话约好明天'],
} as const
export const progressNotes = [
  '配件明天到货，已告知住户',
  '已与厂家确认发货',
  '已再次与住户约定时间',
  '现场已做临时处理，不影响使用',
]
export const findings = {
  good: ['住户表示满意', '现场查看完好，住户满意', '已恢复正常使用'],
  bad: ['住户希望下次更及时', '仍有轻微异响，已约复查'],
}
