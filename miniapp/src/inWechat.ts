/** Which of the two builds this is; what is meant for the other one does not get into the package. */
export const inWechat = process.env.TARO_ENV === "weapp";
