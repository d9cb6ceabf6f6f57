export default { navigationBarTitleText: '在线客服', enablePullDownRefresh: true }
