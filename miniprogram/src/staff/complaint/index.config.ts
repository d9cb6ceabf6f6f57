export default { navigationBarTitleText: '处理投诉', enablePullDownRefresh: true }
