export default { navigationBarTitleText: '验证公示' }
