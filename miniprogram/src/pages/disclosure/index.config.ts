export default { navigationBarTitleText: '收支公示', enablePullDownRefresh: true }
