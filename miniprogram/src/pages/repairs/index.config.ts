export default { navigationBarTitleText: '我的报修', enablePullDownRefresh: true }
