export default { navigationBarTitleText: '绑定房屋', enablePullDownRefresh: true }
