import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MAX_PHOTO_BYTES, PHOTO_SIDE, photoUpload, type PhotoLink } from "@gongzhi/shared/attachments";
import { AttachmentId, CaseId } from "@gongzhi/shared/core";
import { newId } from "../../core/ids.ts";
import { replyOf, type SignedInPerson } from "../../testing/person.ts";
import { emptyDatabase, openWorld, type World } from "../../testing/world.ts";
import { decodeHeic } from "./heic.ts";
import { heicFromPhone } from "./heic.fixture.ts";
import { PhotoModel } from "./model.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

let world: World;
let li: SignedInPerson;
let wu: SignedInPerson;
beforeAll(async () => void (world = await openWorld()));
beforeEach(async () => {
  await emptyDatabase();
  [li, wu] = [await world.signInResident(), await world.signInResident()];
});
afterAll(() => world.close());

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#2a7" } });
/** A photo as a phone takes it: on its side, with where and by what it was taken. */
const fromPhone = (width = 60, height = 40) =>
  blank(width, height)
    .withExif({ IFD0: { Make: "Secret Phone", Orientation: "6" }, IFD3: { GPSLatitude: "30/1 15/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const fetched = async ({ url }: Pick<PhotoLink, "url">) => fetch(world.url + url);
const bytesOf = async (link: PhotoLink) => Buffer.from(await (await fetched(link)).arrayBuffer());
const codeOf = async (reply: Response) => ((await replyOf(reply)).body as { code: string }).code;

/** Sends a form as it is, for what no client of ours would send. */
async function sendForm(fill: (form: FormData) => void, token = li.token) {
  const form = new FormData();
  fill(form);
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return fetch(world.url + photoUpload.path, { method: "POST", headers, body: form });
}
const withFile =
  (bytes: Uint8Array, name = "photo.jpg", type = "image/jpeg") =>
  (form: FormData) => {
    form.set(photoUpload.idField, crypto.randomUUID());
    form.set(photoUpload.fileField, new Blob([new Uint8Array(bytes)], { type }), name);
  };

describe("a photo", () => {
  test("is kept upright, as JPEG, without anything the camera wrote into it", async () => {
    const sent = await fromPhone();
    expect(sent.includes("Secret Phone")).toBe(true);
    const link = await li.sendPhoto(sent);
    const kept = await bytesOf(link);
    expect(link).toMatchObject({ width: 40, height: 60 });
    expect(await sharp(kept).metadata()).toMatchObject({ format: "jpeg", width: 40, height: 60 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    for (const trace of ["Secret Phone", "Exif", "GPS", "http://ns.adobe.com/xap"])
      expect(kept.includes(trace)).toBe(false);
  });

  test("is made no larger than anybody looks at it", async () => {
    const link = await li.sendPhoto(await blank(3200, 2000).png().toBuffer());
    expect(link).toMatchObject({ width: PHOTO_SIDE, height: 1000 });
  });

  test.each(["png", "webp", "jpeg"] as const)("may be sent as %s", async (format) => {
    await expect(li.sendPhoto(await blank(20, 20).toFormat(format).toBuffer())).resolves.toBeDefined();
  });

  test("may be sent as an iPhone took it", async () => {
    expect(heicFromPhone.includes("Secret Phone")).toBe(true);
    const link = await li.sendPhoto(heicFromPhone);
    expect(link).toMatchObject({ width: 64, height: 48 });
    const kept = await bytesOf(link);
    expect(kept.includes("Secret Phone")).toBe(false);
    const [red = 0, green = 0] = await sharp(kept)
      .extract({ left: 2, top: 2, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(red).toBeGreaterThan(200);
    expect(green).toBeLessThan(60);
  });

  test("sent again by the same device is the same photo, even at the same moment", async () => {
    const [bytes, deviceId] = [await fromPhone(), crypto.randomUUID()];
    const links = await Promise.all(Array.from({ length: 5 }, () => li.sendPhoto(bytes, deviceId)));
    expect(new Set(links.map(({ id }) => id)).size).toBe(1);
    expect(await PhotoModel.countDocuments()).toBe(1);
    expect((await wu.sendPhoto(bytes, deviceId)).id).not.toBe(links[0]?.id);
  });

  test("comes from somebody with an account", async () => {
    const reply = await sendForm(withFile(await fromPhone()), null);
    expect([reply.status, await codeOf(reply)]).toEqual([401, "account.sign_in_needed"]);
  });
});

describe("what is no photo", () => {
  const script = Buffer.from("<script>alert(1)</script>");
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);

  test.each<[because: string, bytes: () => Promise<Buffer>, status: number, code: string]>([
    ["a page with the name of a photo", async () => script, 415, "photo.not_a_picture"],
    ["a drawing that can run scripts", async () => svg, 415, "photo.not_a_picture"],
    ["an animation", () => blank(20, 20).gif().toBuffer(), 415, "photo.not_a_picture"],
    ["an empty file", async () => Buffer.alloc(0), 415, "photo.not_a_picture"],
    [
      "the beginning of a photo and then a page",
      async () => Buffer.concat([(await fromPhone()).subarray(0, 60), script]),
      415,
      "photo.not_a_picture",
    ],
    [
      "half a photo",
      async () => (await blank(900, 900).jpeg().toBuffer()).subarray(0, 1500),
      415,
      "photo.not_a_picture",
    ],
    ["more bytes than allowed", async () => Buffer.alloc(MAX_PHOTO_BYTES + 1), 413, "photo.too_large"],
    ["far more bytes than allowed", async () => Buffer.alloc(2 * MAX_PHOTO_BYTES), 413, "photo.too_large"],
  ])("%s is refused by name", async (_, bytes, status, code) => {
    const reply = await sendForm(withFile(await bytes()));
    expect([reply.status, await codeOf(reply)]).toEqual([status, code]);
    expect(await PhotoModel.countDocuments()).toBe(0);
  });

  test("a small file that would unfold into a huge picture is not unfolded", async () => {
    const bomb = await sharp({
      create: { width: 7_200, height: 7_200, channels: 3, background: "#000" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(MAX_PHOTO_BYTES);
    const reply = await sendForm(withFile(bomb));
    expect(await codeOf(reply)).toBe("photo.not_a_picture");
  });

  test("an iPhone's photo with more pixels than allowed is not unfolded either", async () => {
    await expect(decodeHeic(heicFromPhone, 64 * 48 - 1)).rejects.toThrow("too many pixels");
  });

  test.each<[because: string, fill: (form: FormData) => void]>([
    ["no file", (form) => form.set(photoUpload.idField, crypto.randomUUID())],
    ["a file in another field", (form) => form.set("other", new Blob(["x"]), "x.jpg")],
    ["no id of the device", (form) => form.set(photoUpload.fileField, new Blob(["x"]), "x.jpg")],
    [
      "an id with an operator in it",
      (form) => {
        form.set(`${photoUpload.idField}[$ne]`, "1");
        form.set(photoUpload.fileField, new Blob(["x"]), "x.jpg");
      },
    ],
    [
      "two files",
      (form) => {
        withFile(Buffer.from("x"))(form);
        form.append(photoUpload.fileField, new Blob(["y"]), "y.jpg");
      },
    ],
  ])("a form with %s is refused", async (_, fill) => {
    const reply = await sendForm(fill);
    expect([reply.status, await codeOf(reply)]).toEqual([400, "request.invalid"]);
  });

  test("a form that breaks off is refused", async () => {
    const reply = await fetch(world.url + photoUpload.path, {
      method: "POST",
      headers: { "authorization": `Bearer ${li.token}`, "content-type": "multipart/form-data; boundary=x" },
      body: `--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc`,
    });
    expect([reply.status, await codeOf(reply)]).toEqual([400, "request.invalid"]);
  });
});

describe("a link", () => {
  const links = (...photos: PhotoLink[]) =>
    world.app.features.attachments.links(
      photos.map(({ id }) => id),
      world.clock.now(),
    );

  test("shows the photo to whoever was given it, and lets the browser keep it a while", async () => {
    const reply = await fetched(await li.sendPhoto(await fromPhone()));
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toBe("image/jpeg");
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply.headers.get("cache-control")).toMatch(/^private, max-age=\d+, immutable$/);
  });

  test("without its signature, with another one or for another photo shows nothing, not even to another resident", async () => {
    const [mine, theirs] = [await li.sendPhoto(await fromPhone()), await wu.sendPhoto(await fromPhone())];
    const { pathname, searchParams } = new URL(mine.url, world.url);
    const tries = [
      pathname,
      `${pathname}?until=${searchParams.get("until")}`,
      `${pathname}?until=${searchParams.get("until")}&sig=AAAAAAAAAAAAAAAAAAAAAA`,
      `${pathname}?until=${Number(searchParams.get("until")) + DAY_MS}&sig=${searchParams.get("sig")}`,
      mine.url.replace(mine.id, theirs.id),
      "/api/photos/not-an-id",
    ];
    for (const url of tries) {
      const reply = await wu.send({ method: "GET", path: url });
      expect([reply.status, (reply.body as { code: string }).code]).toEqual([404, "photo.not_found"]);
    }
  });

  test("is good for a quarter of an hour at least and half an hour at most", async () => {
    const link = await li.sendPhoto(await fromPhone());
    world.clock.pass(15 * MINUTE_MS);
    expect((await fetched(link)).status).toBe(200);
    world.clock.pass(15 * MINUTE_MS + 1);
    const late = await fetched(link);
    expect([late.status, await codeOf(late)]).toEqual([410, "photo.link_expired"]);
  });

  test("is made for many photos at once, in their order, without those that are gone", async () => {
    const [first, second] = [await li.sendPhoto(await fromPhone()), await li.sendPhoto(await fromPhone())];
    const gone = { ...first, id: AttachmentId.parse(newId()) };
    expect((await links(second, gone, first)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await links()).toEqual([]);
  });
});

describe("a case", () => {
  const claim = (owner: SignedInPerson, caseId: CaseId, ...photos: PhotoLink[]) =>
    world.app.features.attachments.claim(
      photos.map(({ id }) => id),
      owner.id,
      caseId,
    );
  const someCase = () => CaseId.parse(newId());

  test("takes the photos its reporter sent, and takes them again without harm", async () => {
    const [photo, kase] = [await li.sendPhoto(await fromPhone()), someCase()];
    await claim(li, kase, photo, photo);
    await expect(claim(li, kase, photo)).resolves.toBeUndefined();
  });

  test("takes nobody else's photo, and then none at all", async () => {
    const [mine, theirs] = [await li.sendPhoto(await fromPhone()), await wu.sendPhoto(await fromPhone())];
    await expect(claim(li, someCase(), mine, theirs)).rejects.toThrow("case.photo_unknown");
    expect(await PhotoModel.countDocuments({ caseId: null })).toBe(2);
  });

  test("takes no photo of another case", async () => {
    const photo = await li.sendPhoto(await fromPhone());
    await claim(li, someCase(), photo);
    await expect(claim(li, someCase(), photo)).rejects.toThrow("case.photo_unknown");
  });

  test("that never came leaves its photos to be swept away after two days", async () => {
    const [used, unused] = [await li.sendPhoto(await fromPhone()), await li.sendPhoto(await fromPhone())];
    await claim(li, someCase(), used);
    world.clock.pass(2 * DAY_MS);
    await world.app.jobs.run("attachments.sweep");
    expect(await PhotoModel.countDocuments()).toBe(2);
    world.clock.pass(1);
    await world.app.jobs.run("attachments.sweep");
    expect((await PhotoModel.find({}, { _id: 1 }).lean()).map(({ _id }) => _id)).toEqual([used.id]);
    expect(unused.id).not.toBe(used.id);
  });
});
