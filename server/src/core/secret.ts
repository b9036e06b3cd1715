import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret kept in the data directory, made the first time it is needed. Only its owner can read the file; losing
 * it means losing what was sealed with it, so it goes wherever the data goes.
 */
export function keptSecret(directory: string): string {
  const file = join(directory, "secret");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    // Fails where the file is there, so two processes never make two secrets.
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
