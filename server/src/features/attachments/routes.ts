import { Router, type RequestHandler } from "express";
import multer, { MulterError } from "multer";
import { z } from "zod";
import { MAX_PHOTO_BYTES, photoUpload } from "@gongzhi/shared/attachments";
import { AppError, AttachmentId, DeviceMadeId } from "@gongzhi/shared/core";
import type { ErrorCode } from "@gongzhi/shared/api";
import { fail } from "../../core/fail.ts";
import { perMinute } from "../../core/rateLimit.ts";
import type { AttachmentService } from "./service.ts";

const PHOTOS_PER_MINUTE = 60;

const Sent = z.object({ [photoUpload.idField]: DeviceMadeId });
const Link = z.object({ until: z.coerce.number<string>().int().positive(), sig: z.string().max(40) });

/** A multipart body is a little longer than the photo in it. */
const MAX_BODY_BYTES = MAX_PHOTO_BYTES + 64 * 1024;

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 4, fieldSize: 200, fieldNameSize: 50, parts: 6 },
}).single(photoUpload.fileField);

/** Reads the form; whatever is wrong with it is the sender's. */
const read: RequestHandler = (req, res, next) => {
  upload(req, res, (error: unknown) => {
    if (error === undefined || error === null) return next();
    const tooLarge = error instanceof MulterError && error.code === "LIMIT_FILE_SIZE";
    next(new AppError((tooLarge ? "photo.too_large" : "request.invalid") satisfies ErrorCode));
  });
};

/** The two calls that are not JSON: sending a photo and showing it. */
export function attachmentRoutes(service: AttachmentService): Router {
  const router = Router();
  const within = perMinute(PHOTOS_PER_MINUTE);

  /** Before a single byte of the photo is read. */
  const admit: RequestHandler = ({ caller, headers }, _res, next) => {
    if (!caller.actor.id)
      return fail(caller.sessionEnded ? "account.session_ended" : "account.sign_in_needed");
    if (caller.limited && !within(caller.actor.id, caller.now)) fail("request.too_many");
    if (Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES) fail("photo.too_large");
    next();
  };

  router.post("/photos", admit, read, async (req, res) => {
    const { actor, now } = req.caller;
    const fields = Sent.safeParse(req.body);
    if (!fields.success || !req.file || !actor.id) return fail("request.invalid");
    const photo = {
      ownerId: actor.id,
      deviceId: fields.data[photoUpload.idField],
      file: req.file.buffer,
      now,
    };
    res.json(photoUpload.reply.parse(await service.keep(photo)));
  });

  router.get("/photos/:id", async (req, res) => {
    const id = AttachmentId.safeParse(req.params.id);
    const link = Link.safeParse(req.query);
    if (!id.success || !link.success) return fail("photo.not_found");
    const { now } = req.caller;
    const bytes = await service.show({ id: id.data, ...link.data, now });
    res.setHeader(
      "Cache-Control",
      `private, max-age=${Math.floor((link.data.until - now.getTime()) / 1000)}, immutable`,
    );
    res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    res.type("jpeg").send(bytes);
  });

  return router;
}
