import { hash, verify, type Algorithm } from "@node-rs/argon2";
import { newToken } from "../../core/ids.ts";

/** @see OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane */
const options = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** A password as the database keeps it. */
export const hashPassword = (password: string): Promise<string> => hash(password, options);

let nobodys: Promise<string> | undefined;

/** Whether this is the password. For a name that does not exist it takes as long, so that time tells nothing. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  const against = kept ?? (await (nobodys ??= hashPassword(newToken())));
  return (await verify(against, password)) && kept !== undefined;
}
