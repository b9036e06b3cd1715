import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** A picture as bare pixels, four bytes each, upright. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const SECONDS = 20;
const MAX_MEMORY_MB = 512;

/** Runs in the thread of its own: decoding takes seconds, and a decoder that goes wrong takes only the thread along. */
const decoding = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { sent, most, decoder } = workerData;
  require(decoder).all({ buffer: sent }).then(async ([first]) => {
    if (first.width * first.height > most) throw new Error("too many pixels");
    const { data, width, height } = await first.decode();
    parentPort.postMessage({ data, width, height }, [data.buffer]);
  });
`;

/**
 * Decodes what iPhones take, which browsers other than theirs cannot make smaller before it is sent. The picture
 * library has no decoder for it (its codec, HEVC, is patented); libheif compiled to WebAssembly has.
 */
export function decodeHeic(sent: Buffer, mostPixels: number): Promise<Pixels> {
  const decoder = createRequire(import.meta.url).resolve("heic-decode");
  const thread = new Worker(decoding, {
    eval: true,
    workerData: { sent, most: mostPixels, decoder },
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  });
  return new Promise<Pixels>((decoded, failed) => {
    const late = setTimeout(() => failed(new Error("decoding took too long")), SECONDS * 1000);
    thread
      .once("message", decoded)
      .once("error", failed)
      .once("exit", () => {
        clearTimeout(late);
        failed(new Error("decoding ended without a picture"));
      });
  }).finally(() => void thread.terminate());
}
