export default { navigationBarTitleText: '回访', enablePullDownRefresh: true }
