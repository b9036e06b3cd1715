/** A picture in the phone's album. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: "jpg" | "png";
}

// 96 × 72 px: a road with a pothole, with the maker and a GPS position in its EXIF as cameras write it.
const POTHOLE =
  "/9j/4QFORXhpZgAASUkqAAgAAAAIAA8BAgATAAAAfgAAABIBAwABAAAAAQAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAA" +
  "AgAAABMCAwABAAAAAQAAAGmHBAABAAAAkgAAACWIBAABAAAA4AAAAAAAAABIAAAAAQAAAEgAAAABAAAAR29uZ3poaSB0ZXN0IHBob25l" +
  "AAAGAACQBwAEAAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAYAAAAAOgBAABAAAASAAAAAAA" +
  "AAAEAAEAAgACAAAATgAAAAIABQADAAAALgEAAAMAAgACAAAARQAAAAQABQADAAAAFgEAAAAAAAB4AAAAAQAAAAkAAAABAAAAAAAAAAEA" +
  "AAAeAAAAAQAAAA8AAAABAAAAAAAAAAEAAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1R" +
  "V19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj" +
  "Y2NjY2NjY2P/wAARCABIAGADASIAAhEBAxEB/8QAGQABAQADAQAAAAAAAAAAAAAAAAUBAgME/8QAKRABAAIABQMDAwUAAAAAAAAAAAEC" +
  "AxVjouEEETETIVEScZEiQlNhgf/EABcBAQEBAQAAAAAAAAAAAAAAAAADAQL/xAAYEQEBAQEBAAAAAAAAAAAAAAAAARIRIf/aAAwDAQAC" +
  "EQMRAD8ArgKogAAAAAAAAAAAAAAAAAAAAAAn5po7uDNNHdw43HWaoCfmmju4M00d3BuGaoCfmmju4M00d3BuGaoCfmmju4M00d3BuGao" +
  "Cfmmju4M00d3BuGaoCfmmju4M00d3BuGanAIqDFrRWs2tPaIZaYtIxMO1Jnt3GPJiddaZ7YcREfM+XCeoxp84lv89jE6fEw596zMfMeH" +
  "NWSDf1sX+S/5b16vGr+76vvDg2rW1p7ViZn+jkFHp+prjfpmPpt8O7x9J01qX9S/tMeIexO874ADGgAAADWaUt5rWfvAAx6WHHjDp+G8" +
  "REeI7AMABoAD/9k=";

/** The base64 text as bytes, in Node and in a browser alike. */
export const bytesOfBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The bytes as base64 text, in Node and in a browser alike. */
export const base64OfBytes = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** A small but real photo, taken with a phone that wrote down where it was. */
export const photoOfAPothole = (): Picture => ({ bytes: bytesOfBase64(POTHOLE), type: "jpg" });

/** Width and height of a PNG or JPEG by its header; zero where it is neither. */
export function sizeOfPicture(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x89 && bytes.length > 24)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  let at = 2;
  while (bytes[0] === 0xff && at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return { width: 0, height: 0 };
}
