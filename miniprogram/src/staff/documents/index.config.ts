export default { navigationBarTitleText: '文件', enablePullDownRefresh: true }
