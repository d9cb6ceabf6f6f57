export default { navigationBarTitleText: '缴费记录', enablePullDownRefresh: true }
