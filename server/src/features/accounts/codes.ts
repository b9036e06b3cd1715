import { randomInt } from "node:crypto";
import { isDuplicate, ours } from "../../core/db.ts";
import type { Seal } from "../../core/seal.ts";
import { CodeModel } from "./model.ts";

const MINUTE_MS = 60_000;
/** A code is good for this long, */
export const CODE_MS = 5 * MINUTE_MS;
/** for this many tries, */
export const CODE_TRIES = 5;
/** and the next one to the same number may be sent after this long. */
export const CODE_WAIT_MS = MINUTE_MS;

/** The sign-in codes that are out; the database holds only their marks. */
export const signInCodes = (seal: Seal) => {
  const hashOf = (phoneHash: string, code: string) => seal.lookup(`code ${phoneHash} ${code}`);

  return {
    /** Makes a code in place of any earlier one; null while the last one is too fresh. */
    async make(phoneHash: string, now: Date): Promise<string | null> {
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      try {
        await CodeModel.updateOne(
          { _id: phoneHash, sentAt: ours({ $lte: new Date(now.getTime() - CODE_WAIT_MS) }) },
          {
            $set: {
              codeHash: hashOf(phoneHash, code),
              sentAt: now,
              expiresAt: new Date(now.getTime() + CODE_MS),
              tries: 0,
            },
          },
          { upsert: true },
        );
        return code;
      } catch (error) {
        if (isDuplicate(error)) return null;
        throw error;
      }
    },

    /** Forgets the code, because it could not be sent. */
    async drop(phoneHash: string): Promise<void> {
      await CodeModel.deleteOne({ _id: phoneHash });
    },

    /** Uses a code up. Every try counts before it is looked at, so trying in parallel gains nothing. */
    async use(phoneHash: string, code: string, now: Date): Promise<"right" | "wrong" | "expired"> {
      const tried = await CodeModel.findOneAndUpdate(
        { _id: phoneHash, expiresAt: ours({ $gt: now }), tries: ours({ $lt: CODE_TRIES }) },
        { $inc: { tries: 1 } },
      ).lean();
      if (!tried) return "expired";
      const codeHash = hashOf(phoneHash, code);
      if (tried.codeHash !== codeHash) return "wrong";
      // Of two who bring the right code at once, one gets in.
      const used = await CodeModel.findOneAndDelete({ _id: phoneHash, codeHash }).lean();
      return used ? "right" : "expired";
    },

    async sweep(now: Date): Promise<void> {
      await CodeModel.deleteMany({ expiresAt: ours({ $lte: now }) });
    },
  };
};

export type SignInCodes = ReturnType<typeof signInCodes>;
