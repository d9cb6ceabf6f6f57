export default { navigationBarTitleText: '服务范围', enablePullDownRefresh: true }
