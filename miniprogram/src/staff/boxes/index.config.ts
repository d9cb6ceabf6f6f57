export default { navigationBarTitleText: '意见箱', enablePullDownRefresh: true }
