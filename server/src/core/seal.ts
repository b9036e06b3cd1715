import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** What the server's secret is used for; each purpose has a key of its own. */
type Purpose = "seal" | "lookup" | "sign";

/** Keeps personal data unreadable in the database, finds it again, and signs links. */
export interface Seal {
  /** Text as AES-256-GCM, bound to the record it belongs to: it opens nowhere else. */
  seal(text: string, belongsTo: string): string;
  /** @throws when the text was sealed with another secret, for another record, or was altered. */
  open(sealed: string, belongsTo: string): string;
  /** The same text always gives the same mark; without the secret nobody can try texts out against it. */
  lookup(text: string): string;
  /** A signature short enough for a link: 128 bits. */
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const SIGNATURE_BYTES = 16;

/**
 * Derives the keys from the server's secret.
 * @see NIST SP 800-38D (GCM, 96-bit random nonce), RFC 5869 (HKDF), RFC 2104 (HMAC)
 */
export function sealWith(secret: string): Seal {
  const keyFor = (purpose: Purpose) => Buffer.from(hkdfSync("sha256", secret, "gongzhi", purpose, 32));
  const keys = { seal: keyFor("seal"), lookup: keyFor("lookup"), sign: keyFor("sign") };
  const signature = (text: string) =>
    createHmac("sha256", keys.sign).update(text).digest().subarray(0, SIGNATURE_BYTES);

  return {
    seal(text, belongsTo) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keys.seal, iv).setAAD(Buffer.from(belongsTo));
      return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString(
        "base64",
      );
    },
    open(sealed, belongsTo) {
      const bytes = Buffer.from(sealed, "base64");
      const decipher = createDecipheriv("aes-256-gcm", keys.seal, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)),
        decipher.final(),
      ]).toString("utf8");
    },
    lookup: (text) => createHmac("sha256", keys.lookup).update(text).digest("hex"),
    sign: (text) => signature(text).toString("base64url"),
    isSigned(text, given) {
      const bytes = Buffer.from(given, "base64url");
      return bytes.length === SIGNATURE_BYTES && timingSafeEqual(bytes, signature(text));
    },
  };
}

/** The mark of a secret that is random enough to need no key: what the database keeps of a session's token. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
