export default { navigationBarTitleText: '缴费', enablePullDownRefresh: true }
