export default { navigationBarTitleText: '入住邀请' }
