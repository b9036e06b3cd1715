import { createStore, del, get, set } from "idb-keyval";
import { photoUpload } from "@gongzhi/shared/attachments";
import { AppError, type HttpReply } from "@gongzhi/shared/core";
import type { DevicePhoto, PhotoBox } from "@gongzhi/shared/platform";
import { chooseFiles } from "./chooseFiles.ts";
import { exchange } from "./exchange.ts";
import { newUuid } from "./newUuid.ts";
import { shrink } from "./shrink.ts";

/** A photo may take its time on a slow line. */
const UPLOAD_MS = 90_000;

/** Photos in the browser's own database; where there is none they live as long as the page. */
export function photoBox(): PhotoBox {
  const memory = new Map<string, Blob>();
  const previews = new Map<string, string>();
  let opened: ReturnType<typeof createStore> | undefined;
  const store = () => (opened ??= createStore("gongzhi-photos", "photos"));

  async function keep(deviceId: string, blob: Blob): Promise<void> {
    await set(deviceId, blob, store()).catch(() => memory.set(deviceId, blob));
  }

  async function find(deviceId: string): Promise<Blob | null> {
    const kept = await get<Blob>(deviceId, store()).catch(() => undefined);
    return kept ?? memory.get(deviceId) ?? null;
  }

  function shown(deviceId: string, blob: Blob): DevicePhoto {
    const preview = previews.get(deviceId) ?? URL.createObjectURL(blob);
    previews.set(deviceId, preview);
    return { deviceId, preview };
  }

  async function add(file: File): Promise<DevicePhoto> {
    const blob = await shrink(file);
    const deviceId = newUuid();
    await keep(deviceId, blob);
    return shown(deviceId, blob);
  }

  return {
    async pick(atMost) {
      const photos: DevicePhoto[] = [];
      // One after the other: nine large pictures at once are too much for a small phone.
      for (const file of await chooseFiles(atMost)) photos.push(await add(file));
      return photos;
    },

    async recall(deviceId) {
      const blob = await find(deviceId);
      return blob && shown(deviceId, blob);
    },

    async send(deviceId): Promise<HttpReply> {
      const blob = await find(deviceId);
      if (!blob) throw new AppError("photo.lost");
      const form = new FormData();
      form.append(photoUpload.idField, deviceId);
      form.append(photoUpload.fileField, blob, "photo.jpg");
      return exchange(photoUpload.path, { method: "POST", body: form }, UPLOAD_MS);
    },

    async drop(deviceId) {
      const preview = previews.get(deviceId);
      if (preview) URL.revokeObjectURL(preview);
      previews.delete(deviceId);
      memory.delete(deviceId);
      await del(deviceId, store()).catch(() => undefined);
    },
  };
}
