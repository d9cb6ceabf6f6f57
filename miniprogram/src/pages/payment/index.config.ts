export default { navigationBarTitleText: '缴费结果', enablePullDownRefresh: true }
