import Taro from "@tarojs/taro";

const UUID_BYTES = 16;
const STOCK = 32 * UUID_BYTES;
/** Random bytes fetched ahead: WeChat hands them out only after a while, ids are wanted at once. */
let stock: number[] = [];

/** Fills the stock; where WeChat cannot, ids are made of weaker chance. */
export function stockUpOnChance(): void {
  if (process.env.TARO_ENV === "h5") return;
  const ask = Taro.getRandomValues as typeof Taro.getRandomValues | undefined;
  void ask?.({
    length: STOCK,
    success: ({ randomValues }) => (stock = [...new Uint8Array(randomValues)]),
  });
}

function randomBytes(): number[] {
  if (process.env.TARO_ENV === "h5") return [...crypto.getRandomValues(new Uint8Array(UUID_BYTES))];
  const bytes = stock.splice(0, UUID_BYTES);
  if (stock.length < UUID_BYTES) stockUpOnChance();
  if (bytes.length === UUID_BYTES) return bytes;
  return Array.from({ length: UUID_BYTES }, () => Math.floor(Math.random() * 256));
}

/** A fresh UUID, version 4 (RFC 9562, section 5.4). */
export function newUuid(): string {
  const bytes = randomBytes();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
