export default { navigationBarTitleText: '登录设备', enablePullDownRefresh: true }
