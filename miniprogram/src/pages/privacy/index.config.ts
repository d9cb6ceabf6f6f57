export default { navigationBarTitleText: '个人信息', enablePullDownRefresh: true }
