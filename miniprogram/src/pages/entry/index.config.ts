export default { navigationBarTitleText: '一诺物业' }
