/** WeChat counts 750 rpx to the width of the screen; `vh` are of the page, not of the phone. */
export const toPixels = (style: string, width: number): string =>
  style
    .replace(/(-?\d*\.?\d+)rpx/g, (_, count: string) => `${(Number(count) * width) / 750}px`)
    .replace(/(-?\d*\.?\d+)vh/g, (_, count: string) => `calc(${count} * var(--vh))`);
