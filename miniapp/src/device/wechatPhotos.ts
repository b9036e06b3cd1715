import Taro from "@tarojs/taro";
import { PHOTO_SIDE, photoUpload } from "@gongzhi/shared/attachments";
import { AppError, type HttpReply } from "@gongzhi/shared/core";
import type { DevicePhoto, PhotoBox } from "@gongzhi/shared/platform";
import { apiBase } from "./apiBase.ts";
import { bearer, reasonOf } from "./exchange.ts";
import { newUuid } from "./newUuid.ts";

const QUALITY = 80;
/** A photo may take its time on a slow line. */
export const UPLOAD_MS = 90_000;

/** Photos as files of the mini program, which WeChat keeps until they are thrown away. */
export function wechatPhotos(): PhotoBox {
  const files = Taro.getFileSystemManager();
  /** Those the phone had no room for: they live as long as the app. */
  const passing = new Map<string, string>();
  const lasting = (deviceId: string) => `${Taro.env.USER_DATA_PATH}/photo-${deviceId}.jpg`;
  const pathOf = (deviceId: string) => passing.get(deviceId) ?? lasting(deviceId);

  const isThere = (path: string) =>
    new Promise<boolean>((say) => files.access({ path, success: () => say(true), fail: () => say(false) }));

  function keep(tempFilePath: string): Promise<DevicePhoto> {
    const deviceId = newUuid();
    const filePath = lasting(deviceId);
    return new Promise((kept) =>
      files.saveFile({
        tempFilePath,
        filePath,
        success: () => kept({ deviceId, preview: filePath }),
        fail: () => {
          passing.set(deviceId, tempFilePath);
          kept({ deviceId, preview: tempFilePath });
        },
      }),
    );
  }

  return {
    async pick(atMost) {
      const photos: DevicePhoto[] = [];
      // One after the other: nine large pictures at once are too much for a small phone.
      for (const path of await choose(atMost)) photos.push(await keep(await shrink(path)));
      return photos;
    },

    async recall(deviceId) {
      const preview = pathOf(deviceId);
      return (await isThere(preview)) ? { deviceId, preview } : null;
    },

    async send(deviceId, token): Promise<HttpReply> {
      const { statusCode, data } = await Taro.uploadFile({
        url: apiBase() + photoUpload.path,
        filePath: pathOf(deviceId),
        name: photoUpload.fileField,
        formData: { [photoUpload.idField]: deviceId },
        header: bearer(token),
        timeout: UPLOAD_MS,
      });
      return { status: statusCode, body: parsed(data) };
    },

    async drop(deviceId) {
      const filePath = pathOf(deviceId);
      passing.delete(deviceId);
      await new Promise<void>((done) =>
        files.unlink({ filePath, success: () => done(), fail: () => done() }),
      );
    },
  };
}

/** Where the chosen pictures are; none when the person thought better of it. */
async function choose(atMost: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: atMost,
      mediaType: ["image"],
      sizeType: ["compressed"],
      sourceType: ["camera", "album"],
    });
    return tempFiles.map(({ tempFilePath }) => tempFilePath);
  } catch (error) {
    const reason = reasonOf(error);
    if (/cancel/i.test(reason)) return [];
    throw new AppError(
      /auth|deny|denied|privacy|permission/i.test(reason) ? "photo.denied" : "photo.not_a_picture",
    );
  }
}

/** The picture with its longer side at `PHOTO_SIDE` at most; as it is where WeChat cannot shrink it. */
async function shrink(src: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src });
    const side = Math.max(width, height) > PHOTO_SIDE ? PHOTO_SIDE : null;
    const smaller = side && (width >= height ? { compressedWidth: side } : { compressedHeight: side });
    const { tempFilePath } = await Taro.compressImage({ src, quality: QUALITY, ...smaller });
    return tempFilePath;
  } catch {
    return src;
  }
}

/** A gateway in between may answer with a page instead of JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
