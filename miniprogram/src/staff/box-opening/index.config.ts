export default { navigationBarTitleText: '登记意见', enablePullDownRefresh: true }
