import { createHash, randomBytes } from "node:crypto";
import { Types } from "mongoose";

/** A fresh id as the database makes them, to be parsed by the schema of what it names. */
export const newId = (): string => new Types.ObjectId().toHexString();

/** The one id that follows from these parts, so that the same thing made twice is the same thing. */
export const idFrom = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);

/** A secret nobody can guess: 256 random bits in letters that fit a header, a cookie and a URL. */
export const newToken = (): string => randomBytes(32).toString("base64url");
