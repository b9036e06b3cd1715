export default definePageConfig({
  navigationBarTitleText: "办件公开",
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
