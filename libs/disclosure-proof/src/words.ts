import type { CheckName } from './verify.ts'

/** What is said of a check to somebody who knows nothing of hashes. */
export const checkWords: Readonly<Record<CheckName, { asks: string; holds: string; fails: string }>> = {
  key: {
    asks: '是不是这家物业公司发布的',
    holds: '公钥与已知的一致，是同一家物业公司签发的。',
    fails: '公钥与已知的不一样：可能换过密钥，也可能不是这家公司签发的。',
  },
  signature: {
    asks: '发布以后有没有被改过',
    holds: '物业公司的电子签名有效，标题、期间、合计都与发布时一样。',
    fails: '电子签名对不上：发布之后有内容被改动，或这不是物业公司签发的。',
  },
  paper: {
    asks: '与公告栏贴出的是不是同一份',
    holds: '与纸上印的校验码一致，是同一份。',
    fails: '与纸上印的校验码不一致：网上的和贴出来的不是同一份。',
  },
  mine: {
    asks: '这一行是不是我的缴费',
    holds: '用只有您能拿到的凭据核对，这一行就是您的这笔缴费。',
    fails: '这一行与您的缴费凭据对不上。',
  },
  amount: {
    asks: '金额对不对',
    holds: '金额与您的缴费记录一致。',
    fails: '金额与您的缴费记录不一致。',
  },
  inside: {
    asks: '这一行在不在公示里',
    holds: '这一行确实在公示的全部明细之中，一个字都没有变。',
    fails: '这一行不在签名的明细之中：内容被改过，或被换掉、删掉了。',
  },
  counted: {
    asks: '有没有算进合计',
    holds: '这一行的收费项目在公示合计里，合计不少于这一笔。',
    fails: '公示合计里没有这个收费项目，或合计比这一笔还少。',
  },
  lines: {
    asks: '明细有没有缺行、多行',
    holds: '明细行数与签名的一致，编号连续。',
    fails: '明细的行数或编号对不上，有缺行、多行或重号。',
  },
  period: {
    asks: '日期是不是都在公示期间内',
    holds: '每一行的日期都在公示期间之内。',
    fails: '有明细的日期不在公示期间之内。',
  },
  root: {
    asks: '明细有没有被改过',
    holds: '由全部明细重新算出的指纹与签名的一致，一行都没有被改动。',
    fails: '由明细重新算出的指纹与签名的不一致：至少有一行被改过、换过或调了次序。',
  },
  totals: {
    asks: '合计是不是由明细加出来的',
    holds: '由明细重新加总，各项合计一分不差。',
    fails: '由明细加出来的合计与公示的合计不一样。',
  },
  balance: {
    asks: '期初、收支与期末是否相符',
    holds: '期初结余加收入、减退还和支出，正好等于期末结余。',
    fails: '期初结余加收支，不等于期末结余。',
  },
  chain: {
    asks: '以前发布的有没有被抽换',
    holds: '历次公示一份接一份首尾相连，没有抽走、替换或插入。',
    fails: '历次公示连不起来：有一份被抽走、替换或插入。',
  },
}

/** What to do when a check fails. */
export const whatToDo = '请保存这份文件或截屏，先向物业公司提问；没有说明的，可以向业主委员会、街道办或住建部门反映。'
