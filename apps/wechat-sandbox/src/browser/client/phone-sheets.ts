import { asker, element, openSheet } from './overlay.ts'

/** getPhoneNumber's sheet: true when the number may be given. */
export function askPhoneNumber(shown: string): Promise<boolean> {
  return openSheet<boolean>('手机号', false, (close) => [
    asker('申请获取并验证你的手机号'),
    element('p', { class: 'note' }, '用于核对房屋登记信息，仅用于本次绑定。'),
    element(
      'button',
      { class: 'number', 'data-first': true, click: () => close(true) },
      element('span', {}, element('b', {}, shown), element('small', {}, '上次提供')),
      '使用',
    ),
    element('button', { class: 'plain', click: () => close(false) }, '不允许'),
  ])
}

export function showPrivacyContract(contractName: string): Promise<void> {
  return openSheet<void>(contractName, undefined, (close) => [
    asker('的隐私说明'),
    element('h1', {}, contractName),
    element('p', { class: 'note' }, '选中的照片和视频：用于说明报修情况，只有您和经办的工作人员看得到。'),
    element('p', { class: 'note' }, '手机号：用于核对房屋登记，便于师傅联系您。'),
    element('p', { class: 'note' }, '这里是演示环境：微信由沙箱扮演，内容不会离开这台电脑。'),
    element('button', { class: 'one', 'data-first': true, click: () => close() }, '知道了'),
  ])
}
