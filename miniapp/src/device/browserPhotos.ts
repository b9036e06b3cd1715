import { createStore, del, get, set } from "idb-keyval";
import { MAX_PHOTO_BYTES, PHOTO_SIDE, photoUpload } from "@gongzhi/shared/attachments";
import { AppError, type HttpReply } from "@gongzhi/shared/core";
import type { DevicePhoto, PhotoBox } from "@gongzhi/shared/platform";
import { newUuid } from "./newUuid.ts";
import { parsed, UPLOAD_MS } from "./wechatPhotos.ts";

const QUALITY = 0.8;
/** Taro puts every element that it reads a name of into WeChat's package; this one belongs to browsers. */
const CANVAS = "canvas";

/** Photos in the browser's own database, for H5; where there is none they live as long as the page. */
export function browserPhotos(): PhotoBox {
  const memory = new Map<string, Blob>();
  const previews = new Map<string, string>();
  let opened: ReturnType<typeof createStore> | undefined;
  const store = () => (opened ??= createStore("gongzhi-m-photos", "photos"));

  async function find(deviceId: string): Promise<Blob | null> {
    const kept = await get<Blob>(deviceId, store()).catch(() => undefined);
    return kept ?? memory.get(deviceId) ?? null;
  }

  function shown(deviceId: string, blob: Blob): DevicePhoto {
    const preview = previews.get(deviceId) ?? URL.createObjectURL(blob);
    previews.set(deviceId, preview);
    return { deviceId, preview };
  }

  return {
    async pick(atMost) {
      const photos: DevicePhoto[] = [];
      for (const file of await choose(atMost)) {
        const blob = await shrink(file);
        const deviceId = newUuid();
        await set(deviceId, blob, store()).catch(() => memory.set(deviceId, blob));
        photos.push(shown(deviceId, blob));
      }
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
      return upload(form);
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

/** Taro would first fetch the picture from its own preview, which our pages' policy rightly forbids. */
async function upload(form: FormData): Promise<HttpReply> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), UPLOAD_MS);
  try {
    const reply = await fetch(photoUpload.path, { method: "POST", body: form, signal: abort.signal });
    return { status: reply.status, body: parsed(await reply.text()) };
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the person choose pictures or take one; Taro's own chooser never answers when they think better of it. */
const choose = (atMost: number): Promise<File[]> =>
  new Promise((chosen) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", accept: "image/*", multiple: atMost > 1, hidden: true });
    const end = (files: File[]) => {
      input.remove();
      chosen(files.slice(0, atMost));
    };
    input.addEventListener("change", () => end([...(input.files ?? [])]));
    input.addEventListener("cancel", () => end([]));
    document.body.append(input);
    input.click();
  });

/** Redrawn small, which also leaves behind where it was taken; a phone's HEIC is left to the server if it fits. */
async function shrink(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) {
    if (!/^image\/hei[cf]$/.test(file.type)) throw new AppError("photo.not_a_picture");
    if (file.size > MAX_PHOTO_BYTES) throw new AppError("photo.too_large");
    return file;
  }
  const scale = Math.min(1, PHOTO_SIDE / Math.max(picture.width, picture.height));
  const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const canvas = Object.assign(document.createElement(CANVAS) as HTMLCanvasElement, size);
  const pen = canvas.getContext("2d");
  // JPEG has no transparency: what is clear becomes paper, not black.
  if (pen) pen.fillStyle = "#fff";
  pen?.fillRect(0, 0, canvas.width, canvas.height);
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((drawn, failed) =>
    canvas.toBlob(
      (blob) => (blob ? drawn(blob) : failed(new AppError("photo.not_a_picture"))),
      "image/jpeg",
      QUALITY,
    ),
  );
}
