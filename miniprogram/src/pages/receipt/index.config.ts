export default { navigationBarTitleText: '收据', enablePullDownRefresh: true }
