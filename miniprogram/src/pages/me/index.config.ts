export default { navigationBarTitleText: '我的', enablePullDownRefresh: true }
